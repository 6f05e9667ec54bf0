/**
 * Python's threading over Node's workers: threads that block in system calls at the same time.
 *
 * They share descriptors and what is handed over to them, but no JavaScript objects; and unlike CPython's
 * they compute at the same time, too.
 */
import "./threading/inside.ts";
import { aliveCount } from "./threading/tally.ts";

export { Event } from "./threading/event.ts";
export { Lock } from "./threading/lock.ts";
export { current_thread, main_thread, Thread } from "./threading/thread.ts";

/** How many threads there are, the main one included. */
export function active_count(): number {
  return aliveCount() + 1;
}
