/**
 * Reads the head of an answer, and finds where its body ends.
 *
 * See also RFC 9112, sections 4 and 6.
 */
import { b, EOFError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import type { Reader } from "./reader.ts";

/** How many bytes a head may have. */
const HEAD = 64 * 1024;

const STATUS_LINE = /^HTTP\/1\.[0-9] ([1-9][0-9]{2})( .*)?$/;
const FIELD = /^([!#-'*+.^_`|~0-9A-Za-z-]+):(.*)$/;

/** What came is no answer, or not all of it. */
export class Damaged extends EOFError {}

/** An answer's head, and where its body will end. */
export class Response {
  readonly lines: readonly string[];
  readonly status: number;
  private readonly fields = new Map<string, string[]>();
  /** Whatever the fields say, it has no body. */
  readonly empty: boolean;
  readonly chunked: boolean;
  readonly length: number | null;

  constructor(lines: readonly string[]) {
    const [first = "", ...others] = lines;
    const found = STATUS_LINE.exec(first);
    if (!found) throw new Damaged("this is no HTTP/1.1");
    this.lines = lines;
    this.status = Number(found[1]);
    for (const line of others) {
      const [, name, value = ""] = FIELD.exec(line) ?? [];
      if (!name) throw new Damaged(`this is no field: ${line}`);
      const key = name.toLowerCase();
      if (!this.fields.has(key)) this.fields.set(key, []);
      this.fields.get(key)?.push(value.trim());
    }
    this.empty = this.status < 200 || [204, 304].includes(this.status);
    this.chunked = this.fields.has("transfer-encoding") && !this.empty;
    this.length = this.empty ? 0 : this.contentLength();
  }

  /** A field's value, or its values; empty if there is none. */
  field(name: string): string {
    return this.fields.get(name)?.join(", ") ?? "";
  }

  /** How many bytes the body has; null if something else says where it ends. */
  private contentLength(): number | null {
    const length = this.field("content-length");
    const coding = this.field("transfer-encoding");
    if (this.chunked && (length || coding.toLowerCase() !== "chunked")) {
      throw new Damaged(`this Transfer-Encoding can't be read: ${coding}`);
    }
    if (!length) return null;
    if (!/^[0-9]{1,15}$/.test(length)) {
      throw new Damaged(`this is no Content-Length: ${length}`);
    }
    return Number(length);
  }

  /** What says where the body ends. */
  ending(): string {
    if (this.empty) return `an answer ${this.status} has no body`;
    if (this.chunked) return "the last chunk says that it is all";
    if (this.length !== null) return "Content-Length says that it is all";
    return "nothing says whether it is all";
  }
}

/** The answer; those that only tell that it is on its way (1xx) are read past. */
export function readResponse(reader: Reader): Response {
  for (;;) {
    const response = new Response(linesOf(reader, "head", b`HTTP/1.`));
    if (response.status >= 200) return response;
  }
}

/** The lines up to a blank one, in a form that can't hurt the terminal. */
export function linesOf(
  reader: Reader,
  what: string,
  begins: Buffer = b``,
): string[] {
  const lines: string[] = [];
  for (let left = HEAD; ;) {
    const line = reader.line(left);
    const text = codecs.decode(line, "ascii", "replace");
    if (text === "\r\n") return lines;
    // Who speaks another protocol may never send a blank line.
    const start = line.subarray(0, begins.length);
    if (lines.length === 0 && !start.equals(begins.subarray(0, line.length))) {
      throw new Damaged("this is no HTTP/1.1");
    }
    left -= line.length;
    if (left < 0) throw new Damaged(`the ${what} is too long`);
    if (!text.endsWith("\r\n")) throw new Damaged(`the ${what} ends early`);
    lines.push(text.slice(0, -2).replace(/[^\t -~]/g, "\ufffd"));
  }
}
