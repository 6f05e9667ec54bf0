/**
 * A server's switch: how `shutdown` reaches a loop that runs in another thread.
 */
import { Event } from "@netnotes/stdlib/threading";

/** Events are in memory that all threads share, wherever they are handed to. */
export interface Switch {
  readonly shutdown_request: Event;
  readonly is_shut_down: Event;
}

/** The switch of a server that does not run yet. */
export function make_switch(): Switch {
  return { shutdown_request: new Event(), is_shut_down: new Event() };
}
