/** CPUs that don't sleep: a sleeping one takes longer to wake than most of what is measured takes. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { converse } from "./conversation.ts";
import { pinned, type Pinning } from "./pinning.ts";

const SPIN = join(import.meta.dirname, "spin.mjs");

/** Whether a process can be told to run only where nobody else wants to: `chrt` is Linux's. */
export function canKeepAwake(): boolean {
  return spawnSync("chrt", ["--version"]).status === 0;
}

/**
 * Keeps CPUs awake by processes that do nothing, at the lowest priority there is (SCHED_IDLE, sched(7)), so that
 * whoever else wants to run does so at once.
 *
 * @returns lets the CPUs sleep again
 */
export function keepAwake({ program, peer }: Pinning): () => Promise<void> {
  const spinning = [...new Set([program, peer])].map((cpu) =>
    converse(spinner(cpu), `what keeps CPU ${cpu} awake`),
  );
  return async () => void (await Promise.all(spinning.map((one) => one.stop())));
}

/** The command line of one that ends with this process at the latest. */
function spinner(cpu: number): string[] {
  const spin = pinned([process.execPath, SPIN, String(process.pid)], cpu);
  return ["chrt", "--idle", "0", ...spin];
}
