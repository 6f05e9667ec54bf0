/** What a thread gets from who starts it. */
import { workerData } from "node:worker_threads";
import type { Identity } from "../started/identity.ts";
import type { Traits } from "./state.ts";
import type { tally } from "./tally.ts";

/** The data of a worker. */
export interface Order {
  /** The compiled program. */
  readonly file: string;
  readonly thread: Traits & { readonly tally: typeof tally };
  /** The main thread as others see it. */
  readonly main: Traits;
  /** The process, when it is a child of ours. */
  readonly process: Identity | undefined;
  readonly argv: readonly string[];
  /** Packed: the target and its arguments; undefined when there is nothing to do. */
  readonly call: unknown;
}

/** This thread's; undefined in the main thread, and in a worker that somebody else started. */
export const order: Order | undefined =
  (workerData as { thread?: unknown } | null)?.thread === undefined
    ? undefined
    : (workerData as Order);
