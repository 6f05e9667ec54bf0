import { setTimeout } from "node:timers/promises";
import type { Checks, Connection, Running, StartServer, Verbs } from "@netnotes/exercises";

const MANY = 10; // clients who come in vain, one after the other
const TIME = 3000; // milliseconds, for all of them: a hundred times what it takes

const atMost = (count: number, options: StartServer = {}): StartServer => ({
  ...options,
  args: ["--max", String(count)],
});

async function welcome({ dial }: Verbs, server: Running, name: string): Promise<Connection> {
  const client = await dial(server, { name });
  await client.expect("welcome\n");
  return client;
}

async function busy({ dial }: Verbs, server: Running, name: string): Promise<void> {
  const client = await dial(server, { name });
  await client.expect("busy\n");
  await client.expectEnd();
}

async function isServed(client: Connection, name: string): Promise<void> {
  await client.send(`${name}\n`);
  await client.expect(`Hello, ${name}\n`);
}

/** Comes again and again until there is room: a thread ends a moment after its connection. */
async function roomAgain({ dial, fail }: Verbs, server: Running): Promise<Connection> {
  for (let tries = 0; tries < 20; tries += 1) {
    const client = await dial(server, { name: "again" });
    const [, word] = await client.expect(/^(welcome|busy)\n/);
    if (word === "welcome") return client;
    await client.expectEnd();
    await setTimeout(100);
  }
  return fail("your program is busy with nobody: those who have left are still counted");
}

export default {
  together: {
    title: "serves several clients at the same time",
    why: "The four servers of the module handle one request, and then the next. A mixin changes process_request, and comes before the class whose method it replaces.",
    async run(verbs) {
      const server = await verbs.startServer(atMost(3));
      const clients = [];
      for (const name of ["first", "second", "third"])
        clients.push(await welcome(verbs, server, name));
      for (const client of clients.toReversed()) await isServed(client, verbs.random.text(5));
    },
  },

  busy: {
    title: "tells whoever comes beyond the limit that it is busy, and closes at once",
    why: "A thread for everybody who comes is as many as strangers like. Who is told can try elsewhere; who waits unheard holds up all behind, or a descriptor.",
    async run(verbs) {
      const { startServer, random, fail } = verbs;
      const server = await startServer(atMost(2));
      const first = await welcome(verbs, server, "first");
      const second = await welcome(verbs, server, "second");
      const began = performance.now();
      for (let count = 1; count <= MANY; count += 1) {
        await busy(verbs, server, "late");
        if (performance.now() - began > TIME)
          fail(`your program took more than ${TIME / 1000} s to tell ${count} clients it is busy`);
      }
      await isServed(first, random.text(5));
      await isServed(second, random.text(5));
    },
  },

  again: {
    title: "has room again when a client has left, however it left",
    why: "A limit is for those who are there. Where a thread counts, others do not see it: here each has objects of its own; and a handler that fails has ended as well.",
    async run(verbs) {
      const { startServer, random } = verbs;
      const server = await startServer(atMost(1));
      const first = await welcome(verbs, server, "first");
      await busy(verbs, server, "second");
      await isServed(first, random.text(5));
      first.end();
      await first.expectEnd();
      const next = await roomAgain(verbs, server);
      await busy(verbs, server, "third");
      next.reset();
      await isServed(await roomAgain(verbs, server), random.text(5));
    },
  },

  gone: {
    title: "lives on when a client has left before it is told that there is no room",
    why: "accept also returns a connection that has been reset meanwhile, and what is sent there fails. Of the hooks, process_request alone is called where its errors are caught.",
    async run(verbs) {
      const { startServer, dial, random } = verbs;
      const server = await startServer(atMost(1));
      const first = await welcome(verbs, server, "first");
      // Stopped, the program accepts it only when it has left.
      await server.whileStopped(async () => (await dial(server, { name: "gone" })).reset());
      await busy(verbs, server, "second");
      await isServed(first, random.text(5));
    },
  },

  either: {
    title: "does the same on a Unix socket",
    why: "A mixin is made for any of the servers: what it does has nothing to do with how requests come.",
    async run(verbs) {
      const server = await verbs.startServer(atMost(1, { unix: true }));
      const first = await welcome(verbs, server, "first");
      await busy(verbs, server, "second");
      await isServed(first, verbs.random.text(5));
    },
  },
} satisfies Checks;
