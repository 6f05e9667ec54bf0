/** input: one line from standard input, waiting for it with the whole thread. */
import { decode } from "../codecs.ts";
import { EOFError } from "../exceptions/values.ts";
import { printWith } from "./print.ts";
import { nextLine } from "./standard-input.ts";

/**
 * Reads a line; its end ("\n" or "\r\n") is left out.
 *
 * @param prompt printed first, without a line's end
 * @throws EOFError at the end of the input; UnicodeDecodeError when the line is not UTF-8 (the next call
 *   goes on after that line)
 */
export function input(prompt: unknown = ""): string {
  if (prompt !== "") printWith({ end: "" }, prompt);
  const line = nextLine();
  if (line.length === 0) throw new EOFError("EOF when reading a line");
  return decode(line.subarray(0, contentLength(line)));
}

/** How long a line is without its end. */
function contentLength(line: Buffer): number {
  if (line.at(-1) !== 10) return line.length;
  return line.at(-2) === 13 ? line.length - 2 : line.length - 1;
}
