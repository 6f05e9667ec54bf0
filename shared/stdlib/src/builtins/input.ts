/** input: one line from standard input, waiting for it with the whole thread. */
import { decode } from "../codecs.ts";
import { EOFError } from "../exceptions/values.ts";
import { printWith } from "./print.ts";
import { nextLine } from "./standard-input.ts";

/**
 * Reads a line; its "\n" is left out; a "\r" before it is not, as in Python on Linux and macOS.
 *
 * @param prompt printed first, without a line's end
 * @throws EOFError at the end of the input; UnicodeDecodeError when the line is not UTF-8 (the next call
 *   goes on after that line)
 */
export function input(prompt: unknown = ""): string {
  if (prompt !== "") printWith({ end: "" }, prompt);
  const line = nextLine();
  if (line.length === 0) throw new EOFError("EOF when reading a line");
  return decode(line.at(-1) === 10 ? line.subarray(0, -1) : line);
}
