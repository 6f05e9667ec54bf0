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

/** How many bytes each has, or "none" where the encoding lacks it. */
function widths(characters: readonly string[], encoding: string): (number | "none")[] {
  return characters.map((character) => {
    try {
      return codecs.encode(character, encoding).length;
    } catch (error) {
      if (!(error instanceof UnicodeEncodeError)) throw error;
      return "none";
    }
  });
}

export function main(): void {
  const chinese = ["中", "𠮷"];
  shows("bytes of 中 and 𠮷 in UTF-8", widths(chinese, "utf-8"), [3, 4]);
  shows("in UTF-16", widths(chinese, "utf-16-le"), [2, 4]);
  shows("in GBK", widths(chinese, "gbk"), [2, "none"]);
  shows("in Big5", widths(chinese, "big5"), [2, "none"]);
  shows("in GB 18030", widths(chinese, "gb18030"), [2, 4]);

  const others = ["a", "é", "€", "。"];
  shows("bytes of a, é, € and 。 in UTF-8", widths(others, "utf-8"), [1, 2, 3, 3]);
  shows("in UTF-16", widths(others, "utf-16-le"), [2, 2, 2, 2]);
  shows("in GBK", widths(others, "gbk"), [1, 2, "none", 2]);
  shows("in Latin-1", widths(others, "latin-1"), [1, 1, "none", "none"]);

  shows("what JavaScript calls the length of 𠮷: units of UTF-16", "𠮷".length, 2);
}

run(main);
