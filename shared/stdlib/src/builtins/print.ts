/** print: one write(2) a call, so that a line is out before the next thing happens. */
import { encode } from "../codecs.ts";
import { writeAll } from "../libc/console.ts";
import { str } from "./repr.ts";

/** Anything that takes text, such as a file of `makefile("w")`. */
export interface TextWriter {
  write(text: string): unknown;
}

/** Python's keyword arguments of print. */
export interface PrintOptions {
  /** What stands between the values; " " unless given. */
  readonly sep?: string;
  /** What stands after them; a line's end unless given. */
  readonly end?: string;
  /** Where to: 1 is standard output, 2 standard error, or a file. */
  readonly file?: 1 | 2 | TextWriter;
}

/**
 * Prints values, a space between them and a line's end after them, as Python does: text as it is,
 * anything else as `repr` has it, so that an address is ('127.0.0.1', 2121).
 *
 * @throws BrokenPipeError when nobody reads standard output any more; `run` ends the program quietly then
 */
export function print(...values: unknown[]): void {
  printWith({}, ...values);
}

/**
 * `print(a, b, sep="", end="", file=f)` is `printWith({ sep: "", end: "", file: f }, a, b)`: Python's
 * keyword arguments, which TypeScript lacks, go first.
 */
export function printWith(options: PrintOptions, ...values: unknown[]): void {
  const { sep = " ", end = "\n", file = 1 } = options;
  const text = values.map(str).join(sep) + end;
  if (typeof file === "number") writeAll(file, encode(text));
  else file.write(text);
}
