/** An fd_set: a bit for each descriptor from 0 to 1023 (select(2)), kept and filled anew for each call. */
import { ValueError } from "../exceptions/values.ts";
import { constants } from "../libc/constants.ts";
import { descriptorOf, type FileDescriptorLike } from "./descriptor.ts";

const { FD_SETSIZE } = constants;

/** One of select's three sets. */
export class FdSet {
  /** What select(2) reads and overwrites. In 32-bit words it lies the same on Linux and macOS. */
  readonly bits: Int32Array = new Int32Array(FD_SETSIZE / 32);
  /** The descriptor of each object: it is asked for once, as it might be another the next time. */
  readonly #fds = new Int32Array(FD_SETSIZE);
  #count = 0;

  /**
   * Puts descriptors into the set, and nothing else.
   *
   * @returns the highest of them and 1, which is how far the kernel has to look; 0 for none
   * @throws ValueError for a descriptor of 1024 or more, whose bit would lie behind the set
   */
  fill(objects: readonly FileDescriptorLike[]): number {
    const { bits } = this;
    const fds = this.#fds;
    let end = 0;
    let count = 0;
    bits.fill(0);
    for (const object of objects) {
      const fd = descriptorOf(object);
      if (fd >= FD_SETSIZE) throw new ValueError("filedescriptor out of range in select()");
      if (count === FD_SETSIZE) throw new ValueError("too many file descriptors in select()");
      const word = fd >>> 5;
      bits[word] = (bits[word] ?? 0) | (1 << (fd & 31));
      fds[count] = fd;
      count += 1;
      if (fd >= end) end = fd + 1;
    }
    this.#count = count;
    return end;
  }

  /** Those of the objects that the set was filled with whose bits are set now, in their order. */
  members<T>(objects: readonly T[]): T[] {
    const { bits } = this;
    const fds = this.#fds;
    const found: T[] = [];
    for (let i = 0; i < this.#count; i++) {
      const fd = fds[i] ?? 0;
      if (((bits[fd >>> 5] ?? 0) & (1 << (fd & 31))) !== 0) found.push(objects[i] as T);
    }
    return found;
  }
}
