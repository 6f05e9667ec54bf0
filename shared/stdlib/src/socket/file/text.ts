/** A file of text over a file of bytes (Python's TextIOWrapper). */
import { characterCount } from "../../builtins/characters.ts";
import { pythonType } from "../../builtins/types.ts";
import type { Codec } from "../../codecs/codec.ts";
import { encodeWith, type Errors } from "../../codecs/errors.ts";
import { IncrementalDecoder } from "../../codecs/incremental.ts";
import { codecNamed } from "../../codecs/registry.ts";
import { ValueError } from "../../exceptions/values.ts";
import { sizeOrNone } from "./arguments.ts";
import type { BytesFile } from "./bytes.ts";
import { UnsupportedOperation } from "./direction.ts";
import { lineEnd, NewlineTranslator, type Newline } from "./newlines.ts";

const CLOSED = "I/O operation on closed file.";

/** A file of text: what `makefile("r")`, `("w")` and `("rw")` return. */
export class TextFile implements Iterable<string> {
  /** The file of bytes underneath. */
  readonly buffer: BytesFile;
  /** The encoding, as it was given. */
  readonly encoding: string;
  readonly #errors: Errors;
  readonly #newline: Newline;
  readonly #codec: Codec;
  readonly #decoder: IncrementalDecoder;
  readonly #translator = new NewlineTranslator();
  /** Text that waits to be taken. JavaScript joins its pieces only when they are looked at. */
  #arrived = "";
  /** The end of it, in which there may be a line's end. */
  #unsearched = "";
  #ended = false;

  constructor(buffer: BytesFile, encoding: string, errors: Errors, newline: Newline) {
    this.buffer = buffer;
    this.encoding = encoding;
    this.#errors = errors;
    this.#newline = newline;
    this.#codec = codecNamed(encoding);
    this.#decoder = new IncrementalDecoder(this.#codec, errors);
  }

  /** `size` characters, fewer only at the end of the stream; all up to there without a size. */
  read(size: number | null = -1): string {
    const asked = sizeOrNone(size);
    this.#checkReadable();
    if (asked < 0) {
      this.#arrived += this.#decoded(this.buffer.read(), true);
      return this.#take(this.#arrived.length);
    }
    let [end, lacking] = unitsOf(this.#arrived, asked);
    while (lacking > 0) {
      const piece = this.#more();
      if (piece === undefined) break;
      const [units, stillLacking] = unitsOf(piece, lacking);
      end += units;
      lacking = stillLacking;
    }
    return this.#take(end);
  }

  /** A line with its end; without one only at the end of the stream. */
  readline(): string {
    this.#checkReadable();
    for (;;) {
      const end = lineEnd(this.#unsearched, this.#newline, this.#ended);
      if (end > 0) return this.#take(this.#arrived.length - this.#unsearched.length + end);
      // A return may turn out to be the first half of a line's end.
      this.#unsearched = this.#unsearched.endsWith("\r") ? "\r" : "";
      if (this.#more() === undefined) return this.#take(this.#arrived.length);
    }
  }

  /** All lines up to the end of the stream. */
  readlines(): string[] {
    return [...this];
  }

  *[Symbol.iterator](): IterableIterator<string> {
    for (let line = this.readline(); line !== ""; line = this.readline()) yield line;
  }

  /** Takes text to be sent; see `flush`. Returns how many characters it has. */
  write(text: string): number {
    if (typeof text !== "string") {
      throw new TypeError(`write() argument must be str, not ${pythonType(text)}`);
    }
    if (this.closed) throw new ValueError(CLOSED);
    if (!this.buffer.writable()) throw new UnsupportedOperation("not writable");
    const lines = this.#newline ? text.replaceAll("\n", this.#newline) : text;
    this.buffer.write(encodeWith(this.#codec.unmarked ?? this.#codec, lines, this.#errors));
    return characterCount(text);
  }

  /** Sends what `write` has taken. */
  flush(): void {
    if (this.closed) throw new ValueError(CLOSED);
    this.buffer.flush();
  }

  /** Sends what waits, and lets go of the socket; again is harmless. */
  close(): void {
    this.buffer.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  get closed(): boolean {
    return this.buffer.closed;
  }

  #checkReadable(): void {
    if (this.closed) throw new ValueError(CLOSED);
    if (!this.buffer.readable()) throw new UnsupportedOperation("not readable");
  }

  #decoded(bytes: Buffer, final: boolean): string {
    const text = this.#decoder.decode(bytes, final);
    return this.#newline === null ? this.#translator.translate(text, final) : text;
  }

  /** Waits for more text; returns it, or undefined after the end of the stream. */
  #more(): string | undefined {
    if (this.#ended) return undefined;
    const bytes = this.buffer.read1();
    const text = this.#decoded(bytes, bytes.length === 0);
    this.#ended = bytes.length === 0;
    this.#arrived += text;
    this.#unsearched += text;
    return text;
  }

  #take(count: number): string {
    const taken = this.#arrived.slice(0, count);
    this.#arrived = this.#arrived.slice(count);
    this.#unsearched = this.#arrived;
    return taken;
  }
}

/** The UTF-16 length of a text's first characters, and how many of them it lacks. */
function unitsOf(text: string, characters: number): [units: number, lacking: number] {
  let units = 0;
  let left = characters;
  for (const character of text) {
    if (left === 0) break;
    units += character.length;
    left -= 1;
  }
  return [units, left];
}
