/**
 * Python's multiprocessing over posix_spawn(3) and waitpid(2), with its start method "spawn": Node cannot fork.
 */
import "./multiprocessing/inside.ts";
import { cpus } from "node:os";
import { running, self } from "./multiprocessing/family.ts";
import type { Identity } from "./started/identity.ts";
import type { Process } from "./multiprocessing/process.ts";

export { Lock, RLock } from "./multiprocessing/lock.ts";
export { Pipe } from "./multiprocessing/pipe.ts";
export type { Connection } from "./multiprocessing/pipe.ts";
export { Process } from "./multiprocessing/process.ts";
export { Empty, Full, Queue } from "./multiprocessing/queue.ts";
export { Value } from "./multiprocessing/value.ts";
export type { Synchronized, TypeCode } from "./multiprocessing/value.ts";

/** The children of this process that are running. */
export function active_children(): Process[] {
  return running() as Process[];
}

/** Who the process that calls is: "MainProcess", or as its parent named it. */
export function current_process(): Identity & { readonly pid: number } {
  return { ...self, pid: process.pid };
}

/** How many processors the machine has. */
export function cpu_count(): number {
  return cpus().length;
}
