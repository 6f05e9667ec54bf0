/**
 * Timeouts as CPython counts them: in nanoseconds, and then in what the call takes, never less than asked.
 *
 * Rounding down would make a loop with a short timeout spin.
 */
import { OverflowError, ValueError } from "../exceptions/values.ts";

/** CPython counts nanoseconds in 64 bits. */
const LONGEST = 2 ** 63;

/** Away from zero, so that a timeout that is negative by a hair stays negative. */
function roundUp(value: number): number {
  return value < 0 ? Math.floor(value) : Math.ceil(value);
}

/**
 * A timeout in nanoseconds.
 *
 * @param unit how many nanoseconds the caller's unit has
 * @param refusal the words for what is no number
 * @throws TypeError, ValueError for NaN, OverflowError beyond 292 years
 */
function nanoseconds(timeout: unknown, unit: 1e9 | 1e6, refusal: string): number {
  if (typeof timeout !== "number") throw new TypeError(refusal);
  if (Number.isNaN(timeout)) throw new ValueError("Invalid value NaN (not a number)");
  const count = roundUp(timeout * unit);
  if (count >= -LONGEST && count < LONGEST) return count;
  throw new OverflowError("timestamp out of range for platform time_t");
}

/** select's timeout in microseconds. @throws ValueError when negative */
export function selectMicroseconds(timeout: number): number {
  const count = roundUp(nanoseconds(timeout, 1e9, "timeout must be a float or None") / 1e3);
  if (count < 0) throw new ValueError("timeout must be non-negative");
  return count;
}

/** poll's timeout in whole milliseconds; -1 for as long as it takes. @throws OverflowError beyond 24 days */
export function pollMilliseconds(timeout: number | null | undefined): number {
  if (timeout === null || timeout === undefined) return -1;
  return fitting(roundUp(nanoseconds(timeout, 1e6, "timeout must be an integer or None") / 1e6));
}

/** epoll's timeout, given in seconds, in whole milliseconds; -1 for as long as it takes. */
export function epollMilliseconds(timeout: number | null | undefined): number {
  if (timeout === null || timeout === undefined) return -1;
  return fitting(Math.ceil(nanoseconds(timeout, 1e9, "timeout must be an integer or None") / 1e6));
}

/** poll and epoll_wait take a C int, in which less than 0 is for ever. */
function fitting(milliseconds: number): number {
  if (milliseconds >= -(2 ** 31) && milliseconds < 2 ** 31) return Math.max(-1, milliseconds);
  throw new OverflowError("timeout is too large");
}
