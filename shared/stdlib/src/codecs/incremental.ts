/** Decoding piece by piece: a character that is split between two reads is kept until it is whole. */
import type { Codec } from "./codec.ts";
import { decodeWith, type Errors } from "./errors.ts";

/** Keeps the bytes of an unfinished character from one call to the next. */
export class IncrementalDecoder {
  readonly #initial: Codec;
  #codec: Codec;
  readonly #errors: Errors;
  #kept: Buffer = Buffer.alloc(0);

  /** Programs get the class for an encoding from `getincrementaldecoder`. */
  constructor(codec: Codec, errors: Errors) {
    this.#initial = codec;
    this.#codec = codec;
    this.#errors = errors;
  }

  /**
   * Decodes what can be decoded so far.
   *
   * @param final true for the last piece: an unfinished character is then an error
   * @throws UnicodeDecodeError whose positions count from the first byte that was kept
   */
  decode(bytes: Uint8Array, final = false): string {
    const all = this.#kept.length === 0 ? Buffer.from(bytes) : Buffer.concat([this.#kept, bytes]);
    const [text, taken] = decodeWith(this.#codec, all, this.#errors, final);
    if (taken > 0 && this.#codec.settled !== undefined) this.#codec = this.#codec.settled(all);
    this.#kept = all.subarray(taken);
    return text;
  }

  /** Forgets what was kept, and the byte order of a stream of UTF-16. */
  reset(): void {
    this.#codec = this.#initial;
    this.#kept = Buffer.alloc(0);
  }
}
