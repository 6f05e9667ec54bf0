/** Waiting for a descriptor, up to a deadline: what a timeout does (poll(2)). */
import { TimeoutError } from "../exceptions/os-error.ts";
import { poll } from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { EINTR } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { errno } from "../libc/native.ts";

const { POLLERR, POLLIN, POLLOUT } = constants;

/** The longest that poll can wait at a time, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** struct pollfd: the descriptor, then 16 bits each of what is asked and what is so (little-endian). */
const pollfd = new Int32Array(2);

/** Ready to be read from, or to be accepted from. */
export const READABLE = POLLIN;

/** Ready to be written to. */
export const WRITABLE = POLLOUT;

/** A connection attempt is over, one way or the other. */
export const CONNECTED = POLLOUT | POLLERR;

/** The moment in so many seconds, on the clock that `waitUntil` reads. */
export function deadlineIn(seconds: number): number {
  return performance.now() + seconds * 1000;
}

/**
 * Waits until a descriptor is ready, or a moment has come.
 *
 * @param fd -1 is always ready: the call that follows says what is wrong with it
 * @param deadline from `deadlineIn`; Infinity waits as long as it takes
 * @returns whether it is ready
 */
export function waitUntil(fd: number, events: number, deadline: number): boolean {
  if (fd < 0) return true;
  for (;;) {
    const left = deadline === Infinity ? -1 : Math.max(0, Math.ceil(deadline - performance.now()));
    pollfd[0] = fd;
    pollfd[1] = events;
    const ready = poll(pollfd, 1, Math.min(left, LONGEST));
    if (ready > 0) return true;
    if (ready === 0) {
      if (left <= LONGEST) return false;
      continue;
    }
    const error = errno();
    if (error !== EINTR) throw failure("poll", error);
  }
}

/** What a timeout that ran out throws: "timed out", without an errno, as in CPython. */
export function timedOut(): TimeoutError {
  return new TimeoutError("timed out");
}
