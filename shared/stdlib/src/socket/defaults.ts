/** The timeout of new sockets, and what a timeout may be. */
import { pythonType } from "../builtins/types.ts";
import { OverflowError, ValueError } from "../exceptions/values.ts";

/** The longest timeout, in seconds: CPython counts nanoseconds in 64 bits. */
const LONGEST = 2 ** 63 / 1e9;

let seconds = -1;

/** The timeout of sockets made from now on: seconds, or null for none. */
export function getdefaulttimeout(): number | null {
  return seconds < 0 ? null : seconds;
}

/**
 * Sets the timeout of sockets made from now on, in this thread.
 *
 * @param timeout seconds, null for none, 0 for sockets that never wait
 */
export function setdefaulttimeout(timeout: number | null): void {
  seconds = checkedTimeout(timeout);
}

/** The default as a socket keeps it: seconds, -1 for none. */
export function defaultTimeout(): number {
  return seconds;
}

/**
 * A timeout as a socket keeps it.
 *
 * @returns seconds, -1 for none
 * @throws TypeError, ValueError, OverflowError for what is no timeout
 */
export function checkedTimeout(timeout: number | null): number {
  if (timeout === null || timeout === undefined) return -1;
  if (typeof timeout === "boolean") return Number(timeout);
  if (typeof timeout !== "number") {
    throw new TypeError(`'${pythonType(timeout)}' object cannot be interpreted as an integer`);
  }
  if (Number.isNaN(timeout)) throw new ValueError("Invalid value NaN (not a number)");
  if (Math.abs(timeout) >= LONGEST) {
    throw new OverflowError("timestamp out of range for platform time_t");
  }
  if (timeout < 0) throw new ValueError("Timeout value out of range");
  return timeout;
}
