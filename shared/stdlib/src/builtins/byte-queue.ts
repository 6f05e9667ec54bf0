/** Bytes that wait: they are added at the end, and taken from the beginning. */

const NEWLINE = 10;

/**
 * A queue of bytes. Whatever its pieces, each byte is copied some two times at most, and looked at once for a
 * newline: the memory is doubled when it is full, and what has been taken out of it is never written again.
 */
export class ByteQueue {
  #memory: Buffer = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  /** How many of the bytes that wait have been looked at: no newline is among them. */
  #searched = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  /** Adds bytes, which from now on are the queue's own. */
  add(bytes: Buffer): void {
    if (this.length === 0) {
      this.#memory = bytes;
      this.#start = 0;
      this.#end = bytes.length;
      return;
    }
    this.#makeRoom(bytes.length);
    this.#memory.set(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** All that waits. It goes on waiting. */
  peek(): Buffer {
    return this.#memory.subarray(this.#start, this.#end);
  }

  /** The first bytes, `most` if there are as many. */
  take(most: number): Buffer {
    const taken = this.peek().subarray(0, most);
    this.#start += taken.length;
    this.#searched = Math.max(this.#searched - taken.length, 0);
    return taken;
  }

  /** How long the first line is, its "\n" included; 0 while that has not come. */
  lineLength(): number {
    const end = this.peek().indexOf(NEWLINE, this.#searched) + 1;
    this.#searched = end === 0 ? this.length : end - 1;
    return end;
  }

  #makeRoom(count: number): void {
    if (this.#end + count <= this.#memory.length) return;
    const waiting = this.peek();
    this.#memory = Buffer.allocUnsafe(Math.max(2 * waiting.length, waiting.length + count));
    this.#memory.set(waiting);
    this.#start = 0;
    this.#end = waiting.length;
  }
}
