/**
 * Encodes a text in two tables, and decodes its bytes rightly and wrongly.
 *
 *     pnpm chapter 06 encode
 */
import { ArgumentParser } from "argparse";
import { b, print, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Encodes and decodes a text.",
  });
  parser.parse_args();

  // step encode: from characters to bytes; without a name the table is UTF-8
  // corrected: 中 is number 20013 of Unicode, not 123456 (proof numbers)
  // corrected: Chinese may have 4 bytes, symbols more than 1 (proof widths)
  const s1 = "黑马aB1!";
  const bys1 = codecs.encode(s1);
  const bys2 = codecs.encode(s1, "gbk");
  const bys3 = codecs.encode(s1, "utf-8");
  // corrected: the notes' comments have a space too many (proof mojibake)
  print(`bys1: ${repr(bys1)}`);
  print(`bys2: ${repr(bys2)}`);
  print(`bys3: ${repr(bys3)}`);
  print("-".repeat(21));

  // step decode: from bytes to characters, as whoever reads believes them to be
  // corrected: mojibake has more causes than another table (proof mojibake)
  const bys4 = b`\xe9\xbb\x91\xe9\xa9\xacaB1!`;
  const s2 = codecs.decode(bys4, "utf-8");
  const s3 = codecs.decode(bys4, "gbk");
  print(`s2: ${s2}`);
  print(`s3: ${s3}`);
  print("-".repeat(21));

  // step literal: bytes written down as they are; only ASCII stands for itself
  const bys5 = b`aB1!`;
  print(`bys5: ${repr(bys5)}`);
}

run(main);
