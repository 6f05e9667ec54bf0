import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import {
  chapter,
  type Connection,
  dial,
  type Running,
  testChapter,
  THOROUGH,
} from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("03-multi-client");

testChapter("03-multi-client", scenes);

const ACCEPTED = /^Accept new connection from 127\.0\.0\.1:\d+\.\.\.$/;
const CLOSED = /^Connection from 127\.0\.0\.1:\d+ closed\.$/;

/** A server in one of its ways, once it has said all that it says before its first client. */
async function startServer(role: string, way: Way, ...args: string[]): Promise<Running> {
  const workers = role === "prefork-server" ? ["--workers", "3"] : [];
  const server = await start(role, { way, args: [...args, ...workers] });
  await server.says("Waiting for connection...");
  for (let count = 0; count < Number(workers[1] ?? 0); count += 1)
    await server.says(/^worker \d+$/);
  return server;
}

type Way = ReturnType<typeof ways>[number];

function waysOf(...roles: string[]): [role: string, way: Way][] {
  return roles.flatMap((role) => ways(role).map((way): [string, Way] => [role, way]));
}

/** A client that was accepted and greeted. */
async function greeted(server: Running, name: string): Promise<Connection> {
  const client = await dial(server, { name });
  await server.says(ACCEPTED);
  await client.expect("Welcome!");
  return client;
}

async function leaves(server: Running, client: Connection): Promise<void> {
  await client.send("exit");
  await client.expectEnd();
  await server.says(CLOSED);
}

const CONCURRENT = waysOf("server", "process-server", "prefork-server", "thread-server");

describe.each(CONCURRENT)("the %s, %s way", (role, way) => {
  test("lets a client that is silent, dies or stops in a character hurt only itself", async () => {
    const server = await startServer(role, way, "--think", "0.01");
    const silent = await greeted(server, "silent");

    const angry = await greeted(server, "angry");
    await angry.send("angry");
    await angry.expect("Hello, angry!");
    const { port } = angry;
    angry.reset();
    await server.says(`lost ('127.0.0.1', ${port}) ECONNRESET`);
    await server.says(`Connection from 127.0.0.1:${port} closed.`);

    const hasty = await dial(server, { name: "hasty" });
    hasty.reset();
    await server.says(/^Accept new connection from (127\.0\.0\.1:\d+|unknown:0)\.\.\.$/);
    await server.says(/^lost \(.*\) (ECONNRESET|EPIPE)$/);
    await server.says(/^Connection from .* closed\.$/);

    const half = await greeted(server, "half");
    await half.send(Buffer.from("你").subarray(0, 2));
    const alice = await greeted(server, "alice");
    await alice.send("alice");
    await alice.expect("Hello, alice!");
    await half.send(Buffer.from("你").subarray(2));
    await half.expect("Hello, 你!");
    await half.send(Buffer.of(0xff)); // no text at all
    await half.expect("Hello, \uFFFD!");
    await half.send(Buffer.from("好").subarray(0, 1));
    half.end();
    await half.expectEnd();
    await server.says(CLOSED);

    // It has said all it will say, and still gets its answer.
    await alice.send("jack");
    alice.end();
    await alice.expect("Hello, jack!");
    await alice.expectEnd();
    await server.says(CLOSED);
    await leaves(server, silent);
  });
});

describe.each(THOROUGH ? CONCURRENT : waysOf("server"))("the %s, %s way", (role, way) => {
  test("does not think for ever", async () => {
    const server = start(role, { way, args: ["--think", "inf"] });
    await expect(server).rejects.toThrow(/--think must be 0 to 3600[^]*exit status 2/);
  });
});

describe.each(waysOf("server", "thread-server"))("the %s, %s way", (role, way) => {
  test("serves others while it thinks about a name", async () => {
    const server = await startServer(role, way, "--think", "3600");
    const alice = await greeted(server, "alice");
    await alice.send("alice");
    await leaves(server, await greeted(server, "bob"));
  });
});

describe.each(waysOf("process-server", "prefork-server"))("the %s, %s way", (role, way) => {
  const outlive = way === "literal" && process.platform !== "linux";
  if (outlive)
    console.warn(`the literal ${role} is not killed: only on Linux its children die, too`);
  test.skipIf(outlive)("takes its children along when it is killed", async () => {
    const server = await startServer(role, way);
    const alice = await greeted(server, "alice");
    process.kill(server.pid, "SIGKILL");
    await alice.expectOver();
    // It ends when the last of them has let go of its output.
    await server.exits({ signal: "SIGKILL" });
  });
});

describe.each(ways("prefork-server"))("the %s prefork-server", (way) => {
  test("replaces a worker that is killed, whose clients alone are lost", async () => {
    const server = await start("prefork-server", { way, args: ["--workers", "2"] });
    await server.says("Waiting for connection...");
    const worker = async () => Number((await server.says(/^worker (\d+)$/))[1]);
    const workers = [await worker(), await worker()];
    const alice = await greeted(server, "alice");
    for (const pid of workers) {
      process.kill(pid, "SIGKILL");
      expect(workers).not.toContain(await worker());
    }
    await alice.expectOver();
    await leaves(server, await greeted(server, "bob"));
  });
});

/**
 * How many clients come at once: all of the crowd in CI, a part of it elsewhere. A thread of a
 * literal program, and a process or a thread of Node's take some 50 ms of a processor each.
 */
const part = (all: number, some: number): number => (THOROUGH ? all : some);
const CROWDS = [
  { role: "server", python: 200, literal: part(200, 20), node: part(200, 50) },
  { role: "process-server", python: 20, literal: part(20, 4), node: part(20, 4) },
  { role: "prefork-server", node: part(200, 50) },
  { role: "thread-server", node: part(200, 6) },
].flatMap(({ role, ...sizes }) =>
  ways(role).flatMap((way) => {
    const size = (sizes as Partial<Record<string, number>>)[way];
    return size === undefined ? [] : [{ role, way, size }];
  }),
);

describe.each(CROWDS)("$size clients at once", ({ role, way, size }) => {
  test(`are served in full by the ${way} ${role}`, { timeout: 120_000 }, async () => {
    const server = await start(role, { way });
    const reaps = role === "process-server";
    const before = reaps ? await childrenOf(server) : [];
    const clients: Connection[] = [];
    for (let number = 1; number <= size; number += 1) {
      clients.push(await dial(server, { name: `client-${number}`, within: 60_000 }));
    }
    // Nobody says a word before all have been greeted.
    for (const client of clients) await client.expect("Welcome!");
    for (const client of clients) await client.send(client.name);
    for (const client of clients) await client.expect(`Hello, ${client.name}!`);
    for (const client of clients) await client.send("exit");
    for (const client of clients) await client.expectEnd();
    if (reaps) await hasNoOthers(server, before);
  });
});

/** Even those that have ended, when nobody has asked after them: zombies. */
async function childrenOf(server: Running): Promise<string[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "ppid=,pid="]);
  return stdout.split("\n").filter((row) => row.trim().startsWith(`${server.pid} `));
}

/** Waits until it has only the children that it had before: a compiler's process, perhaps. */
async function hasNoOthers(server: Running, before: readonly string[]): Promise<void> {
  let left: string[] = ["not asked yet"];
  for (const since = Date.now(); left.length > 0 && Date.now() - since < 10_000;) {
    await sleep(20);
    left = (await childrenOf(server)).filter((row) => !before.includes(row));
  }
  expect(left).toEqual([]);
}
