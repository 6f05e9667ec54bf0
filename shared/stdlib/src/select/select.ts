/** select: which of these can be read from, written to, or have something exceptional (select(2)). */
import * as calls from "../libc/calls.ts";
import { EINTR } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { errno } from "../libc/native.ts";
import type { FileDescriptorLike } from "./descriptor.ts";
import { FdSet } from "./fd-set.ts";
import { selectMicroseconds } from "./timeout.ts";

const reading = new FdSet();
const writing = new FdSet();
const exceptional = new FdSet();

/** struct timeval: seconds in 64 bits, microseconds in 32 on macOS and 64 on Linux (little-endian). */
const time = new Uint32Array(4);

/**
 * Waits until one of the objects is ready.
 *
 * Each list holds descriptors or objects with a `fileno` method, and may be empty. An object that stands in
 * a list twice comes back twice. A signal does not cut the wait short (PEP 475).
 *
 * @param rlist to read from or accept from; the end of a stream is readable, too
 * @param wlist to write to; `send` may still take only part, and `sendall` wait for the rest
 * @param xlist to see urgent data on (MSG_OOB); an error shows as readable and writable instead
 * @param timeout seconds; 0 to only look, null to wait as long as it takes
 * @returns those of each list that are ready, the same objects in the same order; all empty after the timeout
 * @throws ValueError for a closed object, a descriptor of 1024 or more, a negative timeout; OSError EBADF
 */
export function select<
  R extends FileDescriptorLike,
  W extends FileDescriptorLike,
  X extends FileDescriptorLike,
>(
  rlist: Iterable<R>,
  wlist: Iterable<W>,
  xlist: Iterable<X>,
  timeout?: number | null,
): [readable: R[], writable: W[], exceptional: X[]] {
  const limited = timeout !== null && timeout !== undefined;
  const microseconds = limited ? selectMicroseconds(timeout) : 0;
  const readers = sequence(rlist);
  const readEnd = reading.fill(readers);
  const writers = sequence(wlist);
  const writeEnd = writing.fill(writers);
  const watched = sequence(xlist);
  const watchedEnd = exceptional.fill(watched);

  const end = Math.max(readEnd, writeEnd, watchedEnd);
  const r = readEnd === 0 ? null : reading.bits;
  const w = writeEnd === 0 ? null : writing.bits;
  const x = watchedEnd === 0 ? null : exceptional.bits;
  const deadline = limited ? performance.now() + microseconds / 1e3 : 0;
  if (limited) setTime(microseconds);
  while (calls.select(end, r, w, x, limited ? time : null) === -1) {
    const error = errno();
    if (error !== EINTR) throw failure("select", error);
    if (!limited) continue;
    const left = Math.ceil((deadline - performance.now()) * 1e3);
    if (left < 0) return [[], [], []]; // a call that fails leaves the sets as they were asked
    setTime(left);
  }
  return [reading.members(readers), writing.members(writers), exceptional.members(watched)];
}

/** Anything that can be gone through, as in CPython; an array is taken as it is. */
function sequence<T>(list: Iterable<T>): readonly T[] {
  if (Array.isArray(list)) return list as T[];
  const { [Symbol.iterator]: iterator } = Object(list) as Partial<Iterable<T>>;
  if (typeof iterator === "function") return Array.from(list);
  throw new TypeError("arguments 1-3 must be sequences");
}

function setTime(microseconds: number): void {
  const seconds = Math.floor(microseconds / 1e6);
  time[0] = seconds % 2 ** 32;
  time[1] = seconds / 2 ** 32;
  time[2] = microseconds % 1e6;
}
