/** What the threads of a process count together. */
import { workerData } from "node:worker_threads";

const NUMBERED = 0;
const STARTED = 1;
const ALIVE = 2;
const AWAITED = 3;
const PROCESSES = 4;

/** Shared by all threads: who is started gets it from who starts it. */
export const tally: Int32Array =
  (workerData as { thread?: { tally: Int32Array } } | null)?.thread?.tally ??
  new Int32Array(new SharedArrayBuffer(20));

/** The number in the name of the next thread that has no name of its own, from 1. */
export function nextNumber(): number {
  return Atomics.add(tally, NUMBERED, 1) + 1;
}

/** The number in the name of the next child process, which one with a name of its own uses up too. */
export function nextProcessNumber(): number {
  return Atomics.add(tally, PROCESSES, 1) + 1;
}

/** Counts a thread in, and returns its `ident`; the main thread's is 1. */
export function countIn(daemon: boolean): number {
  Atomics.add(tally, ALIVE, 1);
  if (!daemon) Atomics.add(tally, AWAITED, 1);
  return Atomics.add(tally, STARTED, 1) + 2;
}

/** How many threads there are besides the main one. */
export function aliveCount(): number {
  return Atomics.load(tally, ALIVE);
}

/** Waits until no thread is left that the program must not end before. */
export function waitForAll(): void {
  for (let left; (left = Atomics.load(tally, AWAITED)) > 0;) Atomics.wait(tally, AWAITED, left);
}
