import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { chapter, type Connection, dial, type Running } from "@netnotes/test-harness";

const { start, ways } = chapter("03-multi-client");

/**
 * How many clients come at once. A thread of a literal program, and a process or a thread of Node's
 * take some 50 ms of a processor each: it is a part of the crowd for them, and all of it in CI.
 */
const part = (all: number, some: number): number => (process.env["CI"] === undefined ? some : all);
const CROWDS = [
  { role: "server", python: 200, literal: part(200, 20), node: 200 },
  { role: "process-server", python: 20, literal: part(20, 4), node: part(20, 4) },
  { role: "prefork-server", node: 200 },
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
    const before = await childrenOf(server);
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
    if (role === "process-server") await hasNoOthers(server, before);
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
