import type { Checks, Verbs } from "@netnotes/exercises";

type Server = Awaited<ReturnType<Verbs["startServer"]>>;
type Client = Awaited<ReturnType<Verbs["dial"]>>;

/** How many clients come at most until each server has had one: Linux deals them out by a hash. */
const CLIENTS = 60;
/** How many come while a server stands still. */
const CROWD = 100;
/** How often: one that ends while it still serves may lose nobody by luck, but not each time. */
const TIMES = 6;

export default {
  beside: {
    title: "listens on a port on which another one like it listens already, and shares the clients",
    why: "bind asks every socket that has the port, and the one that wants it: all of them must have said before their bind that they share it. Then the kernel gives each connection to one of those that listen.",
    async run({ startServer, dial, fail }) {
      const [first] = await pair(startServer);
      const heard = new Set<string>();
      for (let count = 0; count < CLIENTS && heard.size < 2; count += 1) {
        heard.add(await served(await dial(first, { name: "client" })));
      }
      // Elsewhere the system may give all of them to one server.
      if (process.platform === "linux" && heard.size < 2) {
        fail(
          `your program ran twice on one port, but ${[...heard].join()} served all ${CLIENTS} clients`,
        );
      }
    },
  },

  stops: {
    title: "ends when a line is typed, whatever it says, and leaves the clients to the other one",
    why: "With two servers on its port a service can be renewed without a moment in which nobody listens: the new one begins, and then the old one ends.",
    async run({ startServer, dial, random, fail, same }) {
      const [first, second] = await pair(startServer);
      await stop(first, "stop", fail);
      for (const client of ["client 1", "client 2"]) {
        same("the server's name", await served(await dial(second, { name: client })), "second");
      }
      const third = await startServer({ port: portOf(second), args: ["--name", "third"] });
      await stop(second, random.text(6), fail);
      same("the server's name", await served(await dial(third, { name: "client 3" })), "third");
    },
  },

  queue: {
    title: "serves everybody in its queue before it ends",
    why: "The kernel has given them to this server, and to no other one: as many may wait as listen was told. To close the listening socket, or to end, resets everybody who has not been accepted.",
    async run({ startServer, dial, fail }) {
      // Each has a port of its own, and so all of the crowd.
      const alone = Array.from({ length: TIMES }, () => startServer({ args: ["--name", "first"] }));
      for (const server of await Promise.all(alone)) {
        const crowd: Client[] = [];
        // While it stands still, the kernel goes on connecting its clients.
        await server.whileStopped(async () => {
          for (let count = 0; count < CROWD; count += 1) {
            const client = await dial(server, { name: "client" }).catch(() =>
              fail(`your program lets ${count} of ${CROWD} clients wait: its queue is full then`),
            );
            crowd.push(client);
          }
          server.type("stop\n");
        });
        for (const client of crowd) await served(client);
        await endsWell(server, fail);
      }
    },
  },
} satisfies Checks;

/** Two of them, on one port. */
async function pair(startServer: Verbs["startServer"]): Promise<[Server, Server]> {
  const first = await startServer({ args: ["--name", "first"] });
  const second = await startServer({ port: portOf(first), args: ["--name", "second"] });
  return [first, second];
}

function portOf({ address }: Server): number {
  return address.port ?? 0;
}

/** Who has served it. */
async function served(client: Client): Promise<string> {
  const [, name = ""] = await client.expect(/^(first|second|third)\n/);
  await client.expectEnd();
  client.close();
  return name;
}

async function stop(server: Server, line: string, fail: Verbs["fail"]): Promise<void> {
  server.type(`${line}\n`);
  await endsWell(server, fail);
}

async function endsWell(server: Server, fail: Verbs["fail"]): Promise<void> {
  server.endInput(); // an open one would keep many a Node program alive
  const { status } = await server.ended();
  if (status !== 0) fail(`your program ended with ${status}; 0 says that all went well`);
}
