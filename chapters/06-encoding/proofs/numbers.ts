/**
 * A table gives each character a number; an encoding says how that number becomes bytes.
 *
 * The notes let 中 be 123456 and that be 0101 1011, and then take complements of it. See also
 * utf-8(7), RFC 3629, section 3.
 *
 *     pnpm chapter 06 proof numbers
 */
import { holds, shows } from "@netnotes/course/proof";
import { b, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";

/** A number's bits, from the first that is not 0. */
const bits = (number: number): string => number.toString(2);

function theNotesNumbers(): void {
  shows("the number of 中 in Unicode", "中".codePointAt(0), 20013);
  shows("and in hexadecimal, as U+ has it", (20013).toString(16), "4e2d");
  shows("0101 1011 as a number", Number.parseInt("01011011", 2), 91);
  shows("123456 in bits", bits(123456), "11110001001000000");
}

function fromNumberToBytes(): void {
  // UTF-8 cuts the number's bits into groups and marks each: 1110xxxx 10xxxxxx 10xxxxxx.
  const padded = bits(20013).padStart(16, "0");
  const [, first, second, third] = /^(.{4})(.{6})(.{6})$/.exec(padded) ?? [];
  const marked = [`1110${first}`, `10${second}`, `10${third}`];
  shows("its bits in UTF-8's three bytes", marked, ["11100100", "10111000", "10101101"]);
  const bytes = Buffer.from(marked.map((byte) => Number.parseInt(byte, 2)));
  shows("and these are what encode makes of 中", repr(codecs.encode("中")), repr(bytes));

  shows("UTF-16 writes the number itself", codecs.encode("中", "utf-16-be").readUInt16BE(), 20013);
  shows("GBK's number for it is another", codecs.encode("中", "gbk").readUInt16BE(), 0xd6d0);
  const neighbours = codecs.encode("中丮", "gbk");
  holds(
    "and no sum: 丮 is the next in Unicode, and in GBK far away",
    "丮".codePointAt(0) === 20014 && neighbours.readUInt16BE(2) !== 0xd6d1,
    neighbours.toString("hex"),
  );
}

/** One's and two's complement are for numbers below 0, and no character has one. */
function noComplement(): void {
  const signed = Buffer.alloc(4);
  signed.writeInt32BE(20013);
  const what = "20013 stored with a sign, in two's complement, and read without one";
  shows(what, signed.readUInt32BE(), 20013);
}

/** A bytes literal has no encoding, and so no characters but those of ASCII. */
function bytesLiteral(): void {
  let seen: string;
  try {
    seen = repr(b`中`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    seen = error.message;
  }
  shows("what b'中' comes to", seen, "bytes can only contain ASCII literal characters");
}

export function main(): void {
  theNotesNumbers();
  fromNumberToBytes();
  noComplement();
  bytesLiteral();
}

run(main);
