import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, test } from "vitest";
import {
  chapter,
  type Connection,
  dial,
  inTurn,
  listen,
  type Running,
  testChapter,
} from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("09-multiprocessing");

testChapter("09-multiprocessing", scenes);

const WRONG = "error: a whole number from 0 to 10000000, please\n";

type Way = ReturnType<typeof ways>[number];

/** A server whose workers are there, and their process ids. */
async function startServer(way: Way, width: number): Promise<[Running, number[]]> {
  const server = await start("server", { way, args: ["--workers", String(width)] });
  const workers: number[] = [];
  for (let number = 1; number <= width; number += 1) workers.push(await worker(server, number));
  return [server, workers];
}

/** The process id of a worker that the server has started. */
async function worker(server: Running, number: number): Promise<number> {
  return Number((await server.says(new RegExp(`^worker ${number} is process (\\d+)$`)))[1]);
}

async function asks(client: Connection, question: string, answer: string): Promise<void> {
  await client.send(`${question}\n`);
  await client.expect(`${answer}\n`);
}

async function leaves(client: Connection): Promise<void> {
  client.end();
  await client.expectEnd();
}

/** Waits until a process is gone, and is no zombie either. */
async function isGone(pid: number): Promise<void> {
  for (const since = Date.now(); Date.now() - since < 10_000; await sleep(10)) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
  }
  throw new Error(`process ${pid} is still there`);
}

describe.each(inTurn(ways("server"), 1))("the %s server", (way) => {
  test("replaces a worker that is killed, and only its own client has to ask again", async () => {
    const [server, [first = 0, second = 0]] = await startServer(way, 2);
    const alice = await dial(server, { name: "alice" });
    const bob = await dial(server, { name: "bob" });
    process.kill(first, "SIGSTOP");
    await alice.send("10\n");
    // What has been said first is heard first: alice's question is with the first worker.
    await asks(bob, "nonsense", WRONG.trim());
    await asks(bob, "100", "25 (worker 2)");
    await asks(bob, "1000", "168 (worker 2)");

    process.kill(first, "SIGKILL");
    await alice.expect("worker 1 ended: ask again\n");
    await server.says("worker 1 ended");
    await worker(server, 3);
    await isGone(first);
    await asks(alice, "10", "4 (worker 2)");
    await asks(alice, "10", "4 (worker 3)");

    // One that has nothing to do costs nobody anything.
    process.kill(second, "SIGKILL");
    await server.says("worker 2 ended");
    await worker(server, 4);
    await asks(bob, "100", "25 (worker 3)");
    await asks(alice, "10", "4 (worker 4)");
    await leaves(alice);
    await server.says("worker 3: 2, worker 4: 1");
    await leaves(bob);
    await server.says("worker 3: 2, worker 4: 1");
  });

  test("answers line for line, however they come, and nonsense with what is wrong", async () => {
    const [server] = await startServer(way, 1);
    const alice = await dial(server, { name: "alice" });
    await alice.send("1");
    const bob = await dial(server, { name: "bob" });
    await asks(bob, "10000000\r", "664579 (worker 1)");
    await asks(alice, "0", "4 (worker 1)");
    const nonsense = ["", " 7", "-1", "1.5", "1e3", "10000001", "100000000", "十", "１０", "7\0"];
    for (const line of nonsense) await asks(alice, line, WRONG.trim());
    await alice.send(Buffer.from([0xe4, 0xb8, 0x0a]));
    await alice.expect(WRONG);
    // However long a line is, it is one line; and its end alone is no number.
    await asks(alice, "x".repeat(100_000), WRONG.trim());
    await alice.send(`${"x".repeat(1000)}00000007`);
    await asks(bob, "nonsense", WRONG.trim());
    await asks(alice, "", WRONG.trim());
    await alice.send("0\n1\n2\n00000010\nx\n7");
    alice.end();
    const counts = [0, 0, 1, 4].map((count) => `${count} (worker 1)\n`);
    await alice.expect(`${counts.join("")}${WRONG}4 (worker 1)\n`);
    await alice.expectEnd();
  });

  test("lets a client that resets, leaves in a line, or never reads hurt only itself", async () => {
    const [server, [only = 0]] = await startServer(way, 1);
    const [angry, hasty, half, last, bob] = [
      await dial(server, { name: "angry" }),
      await dial(server, { name: "hasty" }),
      await dial(server, { name: "half" }),
      await dial(server, { name: "last" }),
      await dial(server, { name: "bob" }),
    ];
    process.kill(only, "SIGSTOP");
    await angry.send("10\n10\n10\n");
    await last.send("10");
    last.end();
    await asks(bob, "nonsense", WRONG.trim());
    angry.reset();
    last.reset();
    hasty.reset();
    await server.says("worker 1: 0");
    await half.send(Buffer.of(0xe4));
    half.close();
    await server.says("worker 1: 0");
    await bob.send("100\n");
    process.kill(only, "SIGCONT");
    await bob.expect("25 (worker 1)\n");
    // One question of each had been taken; nobody counts for those that nobody will hear.
    await server.says(/^worker 1: [123]$/);
    await server.says(/^worker 1: [23]$/);

    const { host = "", port = 0 } = server.address;
    const deaf = net.connect({ host, port }).on("error", () => {});
    deaf.pause();
    deaf.write("x\n".repeat(500_000));
    // In Node it waits for ever, and alone; whoever waits in one place for all shows it out.
    if (way !== "node") await server.says("worker 1: 3");
    await asks(bob, "100", "25 (worker 1)");
    deaf.destroy();
    if (way === "node") await server.says("worker 1: 4");
    await leaves(bob);
    await server.says("worker 1: 4");
  });

  test("serves a hundred clients, and has another one wait or go", async () => {
    const [server] = await startServer(way, 1);
    const clients: Connection[] = [];
    for (let number = 1; number <= 101; number += 1) {
      clients.push(await dial(server, { name: `client-${number}` }));
    }
    const [first, last] = [clients[0], clients.at(-1)] as [Connection, Connection];
    await last.send("10\n");
    // Node takes it and lets it go; once the first has left, there would be room for it.
    if (way === "node") await last.expectOver();
    await asks(first, "100", "25 (worker 1)");
    await leaves(first);
    await server.says("worker 1: 1");
    if (way !== "node") await last.expect("4 (worker 1)\n");
  });

  test("takes its workers along when it is killed", async () => {
    const [server, workers] = await startServer(way, 2);
    const alice = await dial(server, { name: "alice" });
    await asks(alice, "10", "4 (worker 1)");
    process.kill(server.pid, "SIGKILL");
    await alice.expectOver();
    // It ends when the last of them has let go of its output.
    await server.exits({ signal: "SIGKILL" });
    for (const pid of workers) await isGone(pid);
  });
});

describe.each(ways("client"))("the %s client", (way) => {
  test("waits for whole lines, and asks again when it is told to", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server, args: ["10", "100"] });
    const peer = await server.accept();
    await peer.expect("10\n");
    await peer.send("worker 1 ended: ask again\n");
    await client.says("10: worker 1 ended: ask again");
    await peer.expect("10\n");
    for (const piece of ["4 (wor", "ker 2)", "\n"]) await peer.send(piece);
    await client.says("10: 4 (worker 2)");
    await peer.expect("100\n");
    await peer.send("2");
    peer.end();
    await client.warns("the server left before it had answered");
    await client.exits(1);
  });
});
