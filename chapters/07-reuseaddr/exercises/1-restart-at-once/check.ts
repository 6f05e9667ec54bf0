import type { Checks, Verbs } from "@netnotes/exercises";

type Server = Awaited<ReturnType<Verbs["startServer"]>>;

export default {
  answers: {
    title: "answers one client after the other, line by line, and closes first, with an end",
    why: "A read may bring less than a line, or several. An end (FIN) says that all has been said. A reset (RST), which SO_LINGER with 0 seconds makes of a close, says that something went wrong, and may destroy what the client has not read yet.",
    async run(verbs) {
      const server = await verbs.startServer();
      for (const client of ["first", "second"]) await greeted(verbs, server, client);
    },
  },

  again: {
    title: "can be started again at once, although it has closed first",
    why: "Whoever closes first waits a minute in TIME_WAIT. bind refuses an address with such a connection, unless the socket that binds and the one that waits both have SO_REUSEADDR.",
    async run(verbs) {
      const { startServer } = verbs;
      const first = await startServer();
      await greeted(verbs, first, "first client");
      await killed(first);

      const again = await startServer({ port: portOf(first) });
      await greeted(verbs, again, "second client");
    },
  },

  killed: {
    title: "can be started again at once when it was killed in the middle of a conversation",
    why: "The kernel closes what a killed program had open. As long as the client has not closed its end, the connection keeps the port.",
    async run(verbs) {
      const { startServer, dial } = verbs;
      const first = await startServer();
      const old = await dial(first, { name: "old client" });
      await old.expect("Welcome!\n");
      await killed(first);
      await old.expectEnd();

      const again = await startServer({ port: portOf(first) });
      await greeted(verbs, again, "new client");
    },
  },

  beside: {
    title: "ends with an error when another server listens on its port",
    why: "The option that lets a server begin beside old connections is not the one that lets two servers listen at the same time: those would share the clients, and nobody would have been told.",
    async run(verbs) {
      const { startServer, start, fail } = verbs;
      const first = await startServer();
      const port = portOf(first);
      const second = await start({ args: ["--host", "127.0.0.1", "--port", String(port)] });
      const listens = await second.says(/^listening on /).then(
        () => true,
        () => false, // it has ended, as it should, or does nothing: that is found below
      );
      if (listens)
        fail(`your program was started twice on port ${port}, and said twice that it listens`);
      const { status } = await second.ended();
      if (status === 0)
        fail("your program could not listen, but ended with 0, which says that all went well");
      await greeted(verbs, first, "client");
    },
  },
} satisfies Checks;

/** A whole conversation, which the server ends. Lines come alone, cut, and several at once. */
async function greeted({ dial, random, sendApart }: Verbs, server: Server, client: string) {
  const peer = await dial(server, { name: client });
  await peer.expect("Welcome!\n");
  const [alone, cut, joined] = [random.text(5), random.text(4), random.text(6)];
  await peer.send(`${alone}\n`);
  await peer.expect(`Hello, ${alone}!\n`);
  await sendApart(peer, [cut.slice(0, 2), `${cut.slice(2)}\n${joined}\n`]);
  await peer.expect(`Hello, ${cut}!\nHello, ${joined}!\n`);
  // Alone: a reset right behind what is unread may look like an end.
  await peer.send("exit\n");
  await peer.expectEnd();
  peer.close();
}

async function killed(server: Server): Promise<void> {
  server.signal("SIGKILL");
  await server.ended();
}

function portOf({ address }: Server): number {
  return address.port ?? 0;
}
