/** Decoding piece by piece: a character that is split between two reads is kept until it is whole. */
import { UnicodeDecodeError } from "../exceptions/unicode.ts";
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
    const [text, taken] = this.#decode(all, final);
    // Fewer than two bytes are no mark.
    if (taken > 1 && this.#codec.settled !== undefined) this.#codec = this.#codec.settled(all);
    this.#kept = all.subarray(taken);
    return text;
  }

  /** After an error most codecs keep what they had kept before; CPython's Chinese ones do not always. */
  #decode(bytes: Buffer, final: boolean): [text: string, taken: number] {
    try {
      return decodeWith(this.#codec, bytes, this.#errors, final);
    } catch (error) {
      const forgets = error instanceof UnicodeDecodeError && error.reason === this.#codec.forgetsAt;
      if (forgets) this.#kept = Buffer.alloc(0);
      throw error;
    }
  }

  /** Forgets what was kept, and the byte order of a stream of UTF-16. */
  reset(): void {
    this.#codec = this.#initial;
    this.#kept = Buffer.alloc(0);
  }
}
