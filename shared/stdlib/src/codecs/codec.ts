/** What a character encoding does, apart from what its errors do. */

/** The first thing that is wrong in some bytes. */
export interface Fault {
  /** The first wrong byte. */
  readonly start: number;
  /** The first byte after the wrong ones. */
  readonly end: number;
  /** CPython's words for it. */
  readonly reason: string;
}

/** A text's characters that an encoding lacks, as UTF-16 positions. */
export interface Lack {
  readonly start: number;
  readonly end: number;
  /** CPython's words for it. */
  readonly reason: string;
}

/** A character encoding. */
export interface Codec {
  /** The name that its errors give. */
  readonly name: string;
  /** Encodes a text that `lack` finds nothing in. */
  encode(text: string): Buffer;
  /** Bytes that go before an encoded text: a byte order mark. */
  readonly mark?: Buffer;
  /** The codec that writes where no mark belongs: into a file that is not at a beginning. */
  readonly unmarked?: Codec;
  /** The first run of characters, from a UTF-16 position on, that it has no bytes for. */
  lack(text: string, from: number): Lack | undefined;
  /** The fault, by its reason, that makes an incremental decoder forget the bytes that it had kept. */
  readonly forgetsAt?: string;
  /** The codec that the rest of a stream is read with, once these bytes have begun it. */
  settled?(bytes: Buffer): Codec;
  /** The name that errors in these bytes give, where it is not `name`. */
  nameFor?(bytes: Buffer): string;
  /**
   * Decodes up to the first fault, or up to a character that is not finished.
   *
   * @param from where to begin
   * @param final whether nothing follows; then an unfinished character is a fault
   * @returns the text, where it stopped, and why, if it was a fault
   */
  decode(bytes: Buffer, from: number, final: boolean): Decoded;
}

/** How far decoding came. */
export interface Decoded {
  readonly text: string;
  readonly end: number;
  readonly fault?: Fault | undefined;
}
