/**
 * Whoever dies, and however: nothing that a test has started is left.
 *
 * The program of the nested run, its child, and the worker itself each hold a connection to this test. The
 * kernel closes it when they end, which is how this test knows. The worker's folder goes a moment later.
 */
import { existsSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { type Connection, listen } from "@netnotes/test-harness";
import { inTurn } from "../src/thoroughness.ts";
import { startNested } from "./nested.ts";

interface Held {
  readonly worker: Connection;
  readonly workerPid: number;
  readonly programs: Connection[];
  /** Where the worker keeps files. */
  readonly folder: string;
}

const POOLS = ["forks", "threads"] as const;

test.each(inTurn(POOLS, 0))("the runner is killed, in a pool of %s", async (pool) => {
  const { runner, held } = await holding(pool);
  const everybody = await held;
  runner.signal("SIGKILL"); // to its whole group: workers too, if they are processes
  await allGone(everybody);
  expect((await runner.ended()).status).toBe("SIGKILL");
});

test.each(inTurn(POOLS, 1))("Ctrl+C on the runner's terminal, in a pool of %s", async (pool) => {
  const { runner, held } = await holding(pool);
  const everybody = await held;
  runner.signal("SIGINT");
  await allGone(everybody);
});

test("only the runner is killed: its worker notices", async () => {
  const { runner, held } = await holding("forks");
  const everybody = await held;
  process.kill(runner.pid, "SIGKILL");
  await allGone(everybody);
});

test("only the worker is killed: the runner says so", async () => {
  const { runner, held } = await holding("forks");
  const everybody = await held;
  process.kill(everybody.workerPid, "SIGKILL");
  await allGone(everybody);
  const { status, stderr } = await runner.ended();
  expect(status).toBe(1);
  expect(stderr).toMatch(/worker/i);
});

async function holding(pool: string) {
  const server = await listen();
  const env = { HOLD_PORT: String(server.address.port), NESTED_POOL: pool };
  const { runner } = startNested("held.fixture.ts", env);
  return { runner, held: collect() };

  async function collect(): Promise<Held> {
    const programs: Connection[] = [];
    let worker: Connection | undefined;
    let [workerPid, folder] = [0, ""];
    for (let count = 0; count < 3; count += 1) {
      const peer = await server.accept({ within: 20_000 });
      const [, who = "", pid, made] = await peer.expect(/^(program|its child|worker (\d+) (.+))\n/);
      if (pid === undefined || made === undefined) programs.push(peer);
      else [worker, workerPid, folder] = [peer, Number(pid), made];
      expect(who).not.toBe("");
    }
    if (!worker) throw new Error("the worker did not connect");
    expect(existsSync(folder)).toBe(true);
    return { worker, workerPid, programs, folder };
  }
}

/** A process that is killed leaves its connections to the kernel, which ends or resets them. */
async function allGone({ worker, programs, folder }: Held): Promise<void> {
  for (const peer of [worker, ...programs]) await peer.expectOver();
  await vi.waitUntil(() => !existsSync(folder), { timeout: 20_000 });
}
