/** How wide a text is on a terminal. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "@netnotes/compile";

/** Signs that take a column each wherever they are shown. */
const NARROW = /^[ -~×µ–…─│✔✘]*$/;

let measure: ((text: string) => number) | undefined;

/** The columns that a text takes: a Chinese character two, a combining mark and a colour none. */
export function widthOf(text: string): number {
  const plain = stripVTControlCharacters(text);
  if (NARROW.test(plain)) return plain.length;
  measure ??= loaded();
  return measure(plain);
}

/** It is not imported: its tables take 30 ms to make, and most texts need none of them. */
function loaded(): (text: string) => number {
  const require = createRequire(join(root, "shared/course/package.json"));
  return (require("string-width") as typeof import("string-width")).default;
}
