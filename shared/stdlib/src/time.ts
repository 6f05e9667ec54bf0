/** Python's time: sleeping and clocks, in seconds. */
import { pythonType } from "./builtins/types.ts";
import { OverflowError, ValueError } from "./exceptions/values.ts";
import { nanosleep } from "./libc/calls.ts";
import { EINTR } from "./libc/errno.ts";
import { failure } from "./libc/failure.ts";
import { errno } from "./libc/native.ts";

/** The longest sleep: CPython counts nanoseconds in 64 bits, 292 years. */
const LONGEST = 2 ** 63 / 1e9;

/** struct timespec: seconds and nanoseconds, 64 bits each. */
const wanted = Buffer.alloc(16);
const remaining = Buffer.alloc(16);

/**
 * Blocks this thread (nanosleep(2)). A signal does not cut it short (PEP 475).
 *
 * @param seconds 0 or more, with fractions down to a nanosecond
 * @throws ValueError when negative or not a number, OverflowError beyond 292 years
 */
export function sleep(seconds: number): void {
  if (typeof seconds !== "number") {
    throw new TypeError(`'${pythonType(seconds)}' object cannot be interpreted as an integer`);
  }
  if (Number.isNaN(seconds)) throw new ValueError("Invalid value NaN (not a number)");
  if (seconds < 0) throw new ValueError("sleep length must be non-negative");
  if (seconds >= LONGEST) {
    throw new OverflowError("timestamp out of range for platform time_t");
  }
  const whole = Math.floor(seconds);
  wanted.writeBigInt64LE(BigInt(whole), 0);
  wanted.writeBigInt64LE(BigInt(Math.floor((seconds - whole) * 1e9)), 8);
  while (nanosleep(wanted, remaining) === -1) {
    const error = errno();
    if (error !== EINTR) throw failure("nanosleep", error);
    remaining.copy(wanted);
  }
}

/** Seconds since 1970, with fractions; it jumps when somebody sets the clock. */
export function time(): number {
  return Date.now() / 1000;
}

/** Seconds on a clock that nobody can set, for measuring how long something took. */
export function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e9;
}

/** Like `monotonic`, for short times. */
export function perf_counter(): number {
  return performance.now() / 1000;
}
