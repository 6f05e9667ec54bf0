/** A file of text over a file of bytes (Python's TextIOWrapper). */
import { characterCount } from "../../builtins/characters.ts";
import { pythonType } from "../../builtins/types.ts";
import {
  encode,
  getincrementaldecoder,
  type Errors,
  type IncrementalDecoder,
} from "../../codecs.ts";
import { ValueError } from "../../exceptions/values.ts";
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
  readonly #decoder: IncrementalDecoder;
  readonly #translator = new NewlineTranslator();
  #arrived = "";
  #ended = false;

  constructor(buffer: BytesFile, encoding: string, errors: Errors, newline: Newline) {
    this.buffer = buffer;
    this.encoding = encoding;
    this.#errors = errors;
    this.#newline = newline;
    this.#decoder = getincrementaldecoder(encoding)(errors);
  }

  /** `size` characters, fewer only at the end of the stream; all up to there without a size. */
  read(size = -1): string {
    this.#checkReadable();
    if (size === null || size < 0) {
      this.#arrived += this.#decoded(this.buffer.read(), true);
      return this.#take(this.#arrived.length);
    }
    let end = unitsOf(this.#arrived, size);
    while (end === undefined && this.#fill()) end = unitsOf(this.#arrived, size);
    return this.#take(end ?? this.#arrived.length);
  }

  /** A line with its end; without one only at the end of the stream. */
  readline(): string {
    this.#checkReadable();
    for (;;) {
      const end = lineEnd(this.#arrived, this.#newline, this.#ended);
      if (end > 0) return this.#take(end);
      if (!this.#fill()) return this.#take(this.#lastLine());
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
    const lines = this.#newline === "\r\n" ? text.replaceAll("\n", "\r\n") : text;
    this.buffer.write(encode(lines, this.encoding, this.#errors));
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

  /** Waits for more text; returns false at the end of the stream. */
  #fill(): boolean {
    if (this.#ended) return false;
    const bytes = this.buffer.read1();
    const ended = bytes.length === 0;
    this.#arrived += this.#decoded(bytes, ended);
    this.#ended = ended;
    return !ended;
  }

  /** At the end of the stream a lone "\r" may turn out to be a line's end after all. */
  #lastLine(): number {
    return lineEnd(this.#arrived, this.#newline, true) || this.#arrived.length;
  }

  #take(count: number): string {
    const taken = this.#arrived.slice(0, count);
    this.#arrived = this.#arrived.slice(count);
    return taken;
  }
}

/** The UTF-16 length of a text's first characters, or undefined when it has fewer. */
function unitsOf(text: string, characters: number): number | undefined {
  let units = 0;
  let left = characters;
  for (const character of text) {
    if (left === 0) break;
    units += character.length;
    left -= 1;
  }
  return left === 0 ? units : undefined;
}
