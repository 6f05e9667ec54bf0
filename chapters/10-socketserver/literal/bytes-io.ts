/**
 * A file in memory: as much of Python's io.BytesIO as a datagram needs.
 */

export class BytesIO {
  #bytes: Buffer;
  #at = 0;

  constructor(bytes: Uint8Array = Buffer.alloc(0)) {
    this.#bytes = Buffer.from(bytes);
  }

  /** At most so many bytes; all the rest without a number. */
  read(size = -1): Buffer {
    return this.#take(size < 0 ? Infinity : size);
  }

  /** A line with its end, which the last one may lack. */
  readline(limit = -1): Buffer {
    const end = this.#bytes.indexOf("\n", this.#at) + 1;
    const length = end > 0 ? end - this.#at : Infinity;
    return this.#take(limit < 0 ? length : Math.min(length, limit));
  }

  /** Puts bytes at the end. */
  write(bytes: Uint8Array): number {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    return bytes.length;
  }

  /** Everything, whatever has been read of it. */
  getvalue(): Buffer {
    return this.#bytes;
  }

  #take(count: number): Buffer {
    const taken = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += taken.length;
    return taken;
  }
}
