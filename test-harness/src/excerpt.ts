/**
 * The beginning and the end of something that may be far too long to keep.
 */
import { escape } from "./escape.ts";

/** How many bytes are kept of each end unless told. */
const KEPT = 1024;

export class Excerpt {
  /** How many bytes there were in all. */
  total = 0;
  readonly #kept: number;
  #head = Buffer.alloc(0);
  #tail = Buffer.alloc(0);

  /** @param kept how many bytes to keep of the beginning, and as many of the end */
  constructor(kept: number = KEPT) {
    this.#kept = kept;
  }

  push(bytes: Uint8Array): void {
    this.total += bytes.length;
    const room = this.#kept - this.#head.length;
    if (room > 0) this.#head = Buffer.concat([this.#head, bytes.subarray(0, room)]);
    const rest = room > 0 ? bytes.subarray(room) : bytes;
    if (rest.length === 0) return;
    // Only the last of it can matter, so a flood costs a copy of this much and no more.
    this.#tail = Buffer.concat([this.#tail, rest.subarray(-this.#kept)]).subarray(-this.#kept);
  }

  /** The bytes escaped; what was cut from the middle is counted in its place. */
  toString(): string {
    const cut = this.total - this.#head.length - this.#tail.length;
    if (cut === 0) return escape(Buffer.concat([this.#head, this.#tail]));
    return `${escape(this.#head)} … ${cut} bytes cut … ${escape(this.#tail)}`;
  }
}

/** Bytes escaped, cut in the middle where they are long. */
export function excerpt(bytes: Uint8Array, kept: number = KEPT): string {
  const whole = new Excerpt(kept);
  whole.push(bytes);
  return whole.toString();
}
