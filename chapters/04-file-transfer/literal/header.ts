/** What a checked upload begins with: a line with its length and its name. */
import { ValueError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";

/** Numbers are exact up to 15 digits, and a name may hold nearly anything. */
const LINE = /^([0-9]{1,15}) (.+)$/s;

/**
 * A name from the network is never a path. It is a file of our folder: not
 * hidden, none that is still on its way, nothing that moves a reader's cursor,
 * and it was UTF-8.
 */
const NAME = /^(?!\.)(?!.*\.part$)[^/\\\p{Cc}\ufffd]+$/su;

/** The length and the name in a header. @throws ValueError, which says why not */
export function parse(line: string): [length: number, name: string] {
  const header = LINE.exec(line);
  if (header === null) throw new ValueError("no header");
  const [, length, name = ""] = header;
  if (!NAME.test(name) || codecs.encode(name, "utf-8").length > 255) {
    throw new ValueError("no name for a file");
  }
  return [Number(length), name];
}
