import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, test } from "vitest";
import { chapter, type Connection, dial } from "@netnotes/test-harness";

const { start, ways } = chapter("09-multiprocessing");

const hasPrlimit = spawnSync("prlimit", ["--version"]).status === 0;
if (!hasPrlimit) console.warn("a full server is left out: there is no prlimit here to make one");

/** Leaves a process two descriptors to take. */
function leaveTwo(pid: number): void {
  const taken = new Set(readdirSync(`/proc/${pid}/fd`).map(Number));
  let limit = 0;
  for (let free = 0; free < 2; limit += 1) if (!taken.has(limit)) free += 1;
  execFileSync("prlimit", ["--pid", String(pid), `--nofile=${limit}`]);
}

async function asks(client: Connection, question: string, answer: string): Promise<void> {
  await client.send(`${question}\n`);
  await client.expect(`${answer}\n`);
}

describe.runIf(hasPrlimit).each(ways("server"))("the %s server", (way) => {
  test("waits for a descriptor when none is left, and goes on", async () => {
    const server = await start("server", { way, args: ["--workers", "1"] });
    await server.says(/^worker 1 is process/);
    const first = await dial(server, { name: "first" });
    await asks(first, "10", "4 (worker 1)");
    leaveTwo(server.pid);
    const crowd: Connection[] = [];
    for (let number = 1; number <= 10; number += 1) crowd.push(await dial(server));
    await asks(first, "100", "25 (worker 1)");
    for (const client of crowd) client.reset();
    await server.says("worker 1: 2"); // one that was let in has left, and so there is room
    const later = await dial(server, { name: "later" });
    await asks(later, "10", "4 (worker 1)");
  });
});
