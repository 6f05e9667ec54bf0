/** input: one line from standard input, waiting for it with the whole thread. */
import { decode } from "../codecs.ts";
import { EOFError } from "../exceptions/values.ts";
import { readSome } from "../libc/console.ts";
import { printWith } from "./print.ts";

/** What was read beyond the last line; the next `input` begins with it. */
let kept = Buffer.alloc(0);

const chunk = Buffer.allocUnsafeSlow(8192);

/**
 * Reads a line; its end ("\n" or "\r\n") is left out.
 *
 * @param prompt printed first, without a line's end
 * @throws EOFError at the end of the input; UnicodeDecodeError when the line is not UTF-8 (the next call
 *   goes on after that line)
 */
export function input(prompt: unknown = ""): string {
  if (prompt !== "") printWith({ end: "" }, prompt);
  const line = readLine();
  if (line === undefined) throw new EOFError("EOF when reading a line");
  return decode(line);
}

/** The bytes of the next line, or undefined at the end. */
function readLine(): Buffer | undefined {
  let searched = 0;
  for (;;) {
    const end = kept.indexOf(10, searched);
    if (end !== -1) {
      const line = kept.subarray(0, kept[end - 1] === 13 ? end - 1 : end);
      kept = kept.subarray(end + 1);
      return line;
    }
    searched = kept.length;
    const count = readSome(0, chunk);
    if (count === 0) {
      const last = kept;
      kept = Buffer.alloc(0);
      return last.length === 0 ? undefined : last;
    }
    kept = Buffer.concat([kept, chunk.subarray(0, count)]);
  }
}
