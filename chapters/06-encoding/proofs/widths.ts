/**
 * How many bytes a character has is up to the encoding: 1 to 4, or none at all.
 *
 * The notes have 3 for Chinese in UTF-8, 2 in GBK, and 1 for letters, digits and symbols in every
 * table. See also utf-8(7), RFC 3629 (UTF-8), RFC 2781 (UTF-16).
 *
 *     pnpm chapter 06 proof widths
 */
import { shows } from "@netnotes/course/proof";
import { run, UnicodeEncodeError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";

/** How many bytes a character has, or "none" where the encoding lacks it. */
function width(character: string, encoding: string): number | "none" {
  try {
    return codecs.encode(character, encoding).length;
  } catch (error) {
    if (!(error instanceof UnicodeEncodeError)) throw error;
    return "none";
  }
}

export function main(): void {
  const characters = ["a", "é", "€", "。", "中", "𠮷"];
  console.log(`bytes of ${characters.join(", ")}`);
  for (const [encoding, ...expected] of [
    ["utf-8", 1, 2, 3, 3, 3, 4],
    ["utf-16-le", 2, 2, 2, 2, 2, 4],
    ["gbk", 1, 2, "none", 2, 2, "none"],
    ["gb18030", 1, 2, 2, 2, 2, 4],
    ["big5", 1, "none", "none", 2, 2, "none"],
    ["latin-1", 1, 1, "none", "none", "none", "none"],
  ] as const) {
    const seen = characters.map((character) => width(character, encoding));
    shows(`in ${encoding}`, seen, expected);
  }
  shows("what JavaScript calls the length of 𠮷: units of UTF-16", "𠮷".length, 2);
}

run(main);
