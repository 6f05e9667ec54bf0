/**
 * What happens when a program of ours ends, in Python's order: first it waits for its threads, then its child
 * processes are ended or waited for, and last the threads that remain are left behind.
 *
 * Node itself would stop those, and would wait for ever for one that is blocked in a system call.
 */
import { inspect } from "node:util";
import { isMainThread } from "node:worker_threads";
import { writeAll } from "../libc/console.ts";
import { native } from "../libc/native.ts";

/** Ends the process at once, whatever its threads do (_exit(2)). */
const leave: (status: number) => void = native("void _exit(int)");

/** What there is to do; whoever starts a thread or a process says so here. */
interface Duties {
  /** Waits for the threads that the program must not end before. */
  joinThreads?: () => void;
  /** Whether threads are still running. */
  threadsRemain?: () => boolean;
  /** Ends or waits for the child processes. */
  endProcesses?: () => void;
}

const duties: Duties = {};
let watching = false;
let told = false;

/** Adds duties. In a thread they fall due when the thread ends. */
export function atEnd(more: Duties): void {
  Object.assign(duties, more);
  if (watching) return;
  watching = true;
  process.on("exit", end);
  if (!isMainThread) return;
  process.on("beforeExit", () => duties.joinThreads?.());
  process.on("uncaughtExceptionMonitor", tell);
}

/** Node prints the error that ends a program after all else: too late when children are waited for. */
function tell(error: unknown): void {
  if (process.listenerCount("uncaughtException") > 0) return;
  told = true;
  writeAll(2, Buffer.from(`${inspect(error)}\n`));
}

function end(code: number): void {
  duties.endProcesses?.();
  if (isMainThread && (told || duties.threadsRemain?.() === true)) leave(code);
}
