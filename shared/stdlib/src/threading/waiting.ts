/** Waiting for a number that other threads change, and timeouts as Python takes them. */
import { pythonType } from "../builtins/types.ts";
import { OverflowError, ValueError } from "../exceptions/values.ts";

/** Longer waits are refused, as in CPython: it counts nanoseconds in 64 bits. */
const LONGEST = 2 ** 63 / 1e9;

/**
 * Waits while a cell holds a value.
 *
 * @param cell one number in memory that threads share
 * @param seconds undefined or null for as long as it takes; nothing less than 0 waits
 * @returns whether the value has changed
 */
export function waitWhile(cell: Int32Array, value: number, seconds?: number | null): boolean {
  if (typeof (seconds ?? 0) !== "number") {
    throw new TypeError(`'${pythonType(seconds)}' object cannot be interpreted as a number`);
  }
  const deadline = performance.now() + (seconds ?? Infinity) * 1000;
  while (Atomics.load(cell, 0) === value) {
    const left = deadline - performance.now();
    if (left <= 0) return false;
    Atomics.wait(cell, 0, value, left);
  }
  return true;
}

/**
 * The seconds that a lock's `acquire` may wait.
 *
 * @param timeout -1 for as long as it takes
 * @throws ValueError, OverflowError in CPython's words
 */
export function acquireTimeout(blocking: boolean, timeout: number): number {
  if (typeof timeout !== "number") {
    throw new TypeError(`'${pythonType(timeout)}' object cannot be interpreted as an integer`);
  }
  if (!blocking && timeout !== -1) {
    throw new ValueError("can't specify a timeout for a non-blocking call");
  }
  if (timeout < 0 && timeout !== -1) throw new ValueError("timeout value must be positive");
  if (timeout >= LONGEST) throw new OverflowError("timestamp out of range for platform time_t");
  if (!blocking) return 0;
  return timeout === -1 ? Infinity : timeout;
}
