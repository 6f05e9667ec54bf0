/** Where bytes arrive, and what a program gets of it. Fresh memory for each call would cost more than the call. */
import { MemoryError } from "../exceptions/values.ts";

/** Reads of at most this many bytes go into a slab, side by side. */
const SMALL = 4096;
const SLAB_LENGTH = 32768;

let slab = Buffer.allocUnsafeSlow(SLAB_LENGTH);
/** How much of the slab is given away. */
let used = 0;

/** For longer reads: one buffer that is there already. */
let large = Buffer.allocUnsafeSlow(65536);

/** At least `bufsize` bytes to receive into; `taken` says what becomes of them. @throws MemoryError */
export function room(bufsize: number): Buffer {
  if (bufsize > large.length) return ownRoom(bufsize);
  if (bufsize > SMALL) return large;
  if (SLAB_LENGTH - used < bufsize) {
    slab = Buffer.allocUnsafeSlow(SLAB_LENGTH);
    used = 0;
  }
  return slab.subarray(used, used + bufsize);
}

function ownRoom(bufsize: number): Buffer {
  try {
    return Buffer.allocUnsafeSlow(bufsize);
  } catch (error) {
    if (error instanceof RangeError) throw new MemoryError("");
    throw error;
  }
}

/**
 * The bytes that came, as the program's own.
 *
 * In the slab they stay where they are, and the next ones go behind them. A larger buffer that is more than
 * half full is given away, and replaced where it was the shared one; of an emptier one they are copied, so
 * that a program keeps no more than what came.
 *
 * @param into what `room` gave
 */
export function taken(into: Buffer, count: number): Buffer {
  if (into.length <= SMALL) {
    used += (count + 7) & ~7; // the next ones begin at a whole word, where copying is fastest
    return count === into.length ? into : into.subarray(0, count);
  }
  if (count > into.length / 2) {
    if (into === large) large = Buffer.allocUnsafeSlow(large.length);
    return into.subarray(0, count);
  }
  const data = Buffer.allocUnsafe(count);
  into.copy(data, 0, 0, count);
  return data;
}
