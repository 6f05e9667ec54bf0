import type { Checks, Connection, Verbs } from "@netnotes/exercises";

type Server = Awaited<ReturnType<Verbs["startServer"]>>;

export default {
  ends: {
    title: "ends at once when nobody is there",
    why: "A program that waits in accept for the next client hears of nothing else until that one comes. Any line will do: what it says makes no difference.",
    async run({ startServer, random, fail }) {
      const server = await startServer();
      server.type(`${random.text(6)}\n`);
      await server.says("stopping");
      await endsWell(server, fail);
    },
  },

  refuses: {
    title: "accepts nobody any more when it has said that it stops",
    why: "As long as the listening socket is open, the kernel connects clients, whether anybody accepts them or not. They would wait for a server that never comes.",
    async run({ startServer, dial, fail }) {
      const server = await startServer();
      const client = await join(dial, server, "client");
      server.type("stop\n");
      await server.says("stopping");
      const connected = await dial(server, { name: "late" }).then(
        () => true,
        (error: unknown) => {
          if (String(error).includes("ECONNREFUSED")) return false;
          throw error;
        },
      );
      if (connected) fail("your program still lets clients connect after it has said `stopping`");
      client.end();
      await client.expectEnd();
      await endsWell(server, fail);
    },
  },

  serves: {
    title: "goes on serving those who are there until each of them has ended, and ends then",
    why: "A client does not know that the server shall stop. The silent one may be about to say something, and the one in the middle of its line certainly is.",
    async run({ startServer, dial, rests, random, fail }) {
      const server = await startServer();
      const silent = await join(dial, server, "silent");
      const halfway = await join(dial, server, "halfway");
      const talking = await join(dial, server, "talking");
      const names = [random.text(4), random.text(4), random.text(4), random.text(4)] as const;
      await talking.send(`${names[0]}\n`);
      await talking.expect(`Hello, ${names[0]}!\n`);
      await halfway.send("al");

      server.type("stop\n");
      await server.says("stopping");
      await rests(server); // one that ends now has ended then
      await talking.send(`${names[1]}\n`);
      await talking.expect(`Hello, ${names[1]}!\n`);
      talking.end();
      await talking.expectEnd();
      await halfway.send("ice\n");
      await halfway.expect("Hello, alice!\n");
      halfway.end();
      await halfway.expectEnd();
      for (const name of names.slice(2)) {
        await silent.send(`${name}\n`);
        await silent.expect(`Hello, ${name}!\n`);
      }
      silent.end();
      await silent.expectEnd();
      await endsWell(server, fail);
    },
  },

  queue: {
    title: "also serves those who had connected before, and were not accepted yet",
    why: "Who has connected waits in the kernel's queue until accept. To close the listening socket resets everybody in there.",
    async run({ startServer, dial, random, fail }) {
      const server = await startServer();
      const clients: Connection[] = [];
      // While the program stands still, the kernel connects its clients; then it finds all of it at once.
      await server.whileStopped(async () => {
        for (const name of ["first", "second", "third"]) clients.push(await dial(server, { name }));
        server.type("stop\n");
      });
      for (const client of clients) {
        await client.expect("Welcome!\n");
        const name = random.text(4);
        await client.send(`${name}\n`);
        await client.expect(`Hello, ${name}!\n`);
      }
      await server.says("stopping");
      for (const client of clients) client.end();
      for (const client of clients) await client.expectEnd();
      await endsWell(server, fail);
    },
  },
} satisfies Checks;

/** Connects, and is greeted: it has been accepted. */
async function join(dial: Verbs["dial"], server: Server, name: string) {
  const client = await dial(server, { name });
  await client.expect("Welcome!\n");
  return client;
}

async function endsWell(server: Server, fail: Verbs["fail"]): Promise<void> {
  server.endInput(); // an open one would keep many a Node program alive
  const { status } = await server.ended();
  if (status !== 0) fail(`your program ended with ${status}; 0 says that all went well`);
}
