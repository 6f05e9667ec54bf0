/** What a checked upload begins with: a line with its length and its name. */

/** Numbers are exact up to 15 digits, and a name may hold nearly anything. */
const LINE = /^([0-9]{1,15}) (.+)$/s;

/**
 * A name from the network is never a path. It is a file of our folder: not
 * hidden, none that is still on its way, nothing that moves a reader's cursor,
 * and it was UTF-8.
 */
const NAME = /^(?!\.)(?!.*\.part$)[^/\\\p{Cc}\ufffd]+$/su;

/** The length and the name in a header. @throws Error, which says why not */
export function parse(line: string): [length: number, name: string] {
  const header = LINE.exec(line);
  if (header === null) throw new Error("no header");
  const [, length, name = ""] = header;
  if (!NAME.test(name) || Buffer.byteLength(name) > 255) {
    throw new Error("no name for a file");
  }
  return [Number(length), name];
}
