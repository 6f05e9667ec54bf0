/**
 * The process groups that this process has started, and the three ways in which none outlives it.
 *
 * At an orderly exit they are killed here. A test worker that loses its parent kills them and itself. And
 * if this process is killed, its guardian does it: a process of its own session, held by a pipe. What a
 * program puts into a session of its own is out of reach.
 */
import { guard, release, startGuardian } from "./guardian.ts";

/** Windows has no process groups: there a program is stopped alone. */
const HAS_GROUPS = process.platform !== "win32";

const groups = new Set<number>();
let watching = false;

/** What ends a process that has not asked to hear of it. */
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Options of `spawn` that make a child the leader of its own group. */
export const leader = { detached: HAS_GROUPS } as const;

/** Call it before a program is started, so that none is ever without a guardian. */
export function prepare(): void {
  if (!watching) {
    watching = true;
    process.on("exit", killAll);
    process.on("disconnect", () => {
      // The parent is gone, and nobody wants the results. SIGKILL, because a test runner replaces
      // process.exit.
      killAll();
      process.kill(process.pid, "SIGKILL");
    });
    for (const signal of ENDING) if (process.listenerCount(signal) === 0) endLater(signal);
  }
  startGuardian();
}

/**
 * Lets a signal end this process a turn later: in the middle of a start it would leave a program that nobody
 * has told the guardian of.
 */
function endLater(signal: NodeJS.Signals): void {
  process.once(signal, () => process.kill(process.pid, signal));
}

/** A group began; its id is its first process's. */
export function began(group: number): void {
  groups.add(group);
  guard(group);
}

/** A group has ended, unless something of it is still there. */
export function ended(group: number): void {
  if (HAS_GROUPS && signalGroup(group, 0)) return;
  forget(group);
}

/**
 * Ends what is there of a group. It is forgotten at once: nothing survives this, and as soon as the last of
 * it is reaped, its number may be the next program's.
 */
export function killGroup(group: number): void {
  signalGroup(group, "SIGKILL");
  forget(group);
}

function forget(group: number): void {
  groups.delete(group);
  release(group);
}

/**
 * Sends a signal to every process of a group; 0 only asks.
 *
 * @returns false when the group has ended
 */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  // The number of a group that has ended may be another's by now; and 0 would be our own.
  if (!groups.has(group)) return false;
  try {
    process.kill(HAS_GROUPS ? -group : group, signal);
    return true;
  } catch (error) {
    // EPERM on macOS: only processes that wait to be reaped are left.
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ESRCH" || code === "EPERM") return false;
    throw error;
  }
}

function killAll(): void {
  for (const group of groups) signalGroup(group, "SIGKILL");
}
