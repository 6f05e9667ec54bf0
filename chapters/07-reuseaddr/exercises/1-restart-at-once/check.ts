import type { Checks, Random, Verbs } from "@netnotes/exercises";

type Server = Awaited<ReturnType<Verbs["startServer"]>>;

export default {
  answers: {
    title: "answers one client after the other, and closes first, with an end",
    why: "An end (FIN) says that all has been said. A reset (RST), which SO_LINGER with 0 seconds makes of a close, says that something went wrong, and may destroy what the client has not read yet.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      for (const client of ["first", "second"]) await greeted(dial, server, client, random);
    },
  },

  again: {
    title: "can be started again at once, although it has closed first",
    why: "Whoever closes first waits a minute in TIME_WAIT. bind refuses an address with such a connection, unless the socket that binds and the one that waits both have SO_REUSEADDR.",
    async run({ startServer, dial, random }) {
      const first = await startServer();
      await greeted(dial, first, "first client", random);
      await killed(first);

      const again = await startServer({ port: portOf(first) });
      await greeted(dial, again, "second client", random);
    },
  },

  killed: {
    title: "can be started again at once when it was killed in the middle of a conversation",
    why: "The kernel closes what a killed program had open. As long as the client has not closed its end, the connection keeps the port.",
    async run({ startServer, dial, random }) {
      const first = await startServer();
      const old = await dial(first, { name: "old client" });
      await old.expect("Welcome!\n");
      await killed(first);
      await old.expectEnd();

      const again = await startServer({ port: portOf(first) });
      await greeted(dial, again, "new client", random);
    },
  },

  beside: {
    title: "ends with an error when another server listens on its port",
    why: "The option that lets a server begin beside old connections is not the one that lets two servers listen at the same time: those would share the clients, and nobody would have been told.",
    async run({ startServer, start, dial, random, fail }) {
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
      await greeted(dial, first, "client", random);
    },
  },
} satisfies Checks;

/** A whole conversation, which the server ends. */
async function greeted(dial: Verbs["dial"], server: Server, client: string, random: Random) {
  const peer = await dial(server, { name: client });
  await peer.expect("Welcome!\n");
  for (const name of [random.text(5), random.text(4)]) {
    await peer.send(`${name}\n`);
    await peer.expect(`Hello, ${name}!\n`);
  }
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
