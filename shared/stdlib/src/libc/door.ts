/**
 * The one door to the C library: every call of ours to the system goes through a function made here.
 *
 * With NETNOTES_TRACE=1 that function writes a line for each call; otherwise it is the C function itself,
 * so that a trace that is off costs nothing. Which it is is settled once, when the library loads.
 */
import { traced } from "../trace/traced.ts";
import { native } from "./native.ts";

const tracing = process.env["NETNOTES_TRACE"] === "1";

/**
 * Binds a system call.
 *
 * @param prototype its C prototype; it returns an integer, -1 with errno set for failure
 */
export function door<F extends (...args: never[]) => number>(prototype: string): F {
  const call = native<F>(prototype);
  if (!tracing) return call;
  const name = /(\w+)\(/.exec(prototype)?.[1] ?? prototype;
  return traced(name, call as unknown as Parameters<typeof traced>[1]) as unknown as F;
}
