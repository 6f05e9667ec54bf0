/**
 * The tables of the encodings with two bytes a character.
 *
 * They are iconv-lite's, set right where CPython's differ.
 */
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "@netnotes/compile";

/** Which two bytes are which character of Unicode's first 65,536, and the other way round; 0 is none. */
export interface Table {
  readonly characters: Uint16Array;
  readonly bytes: Uint16Array;
}

/** Characters whose first byte is the same, and whose second counts up; "\0" is none. */
type Run = readonly [from: number, characters: string];

/** Neighbours in Unicode, the first and the last included. */
function through(first: string, last: string): string {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

/** By the encoding's name: iconv-lite's name of the table, and where CPython's differs from it. */
const SOURCES = {
  // Microsoft's code page has one character more, € as the single byte 80.
  gbk: ["cp936", []],
  // CPython's is the standard of 2000. That of 2005 gave ḿ the bytes A8BC; the web reads A3A0 as a space.
  gb18030: [
    "gb18030",
    [
      [0xa3a0, "\ue5e5"],
      [0xa8bc, "\ue7c7"],
    ],
  ],
  // CPython's is the Unicode Consortium's BIG5.TXT. Microsoft's code page has look-alikes of some signs, €
  // and the frames of the Eten system; it lacks kana, Cyrillic and numbers in circles.
  big5: [
    "cp950",
    [
      [0xa145, "•"],
      [0xa14e, "､"],
      [0xa1c2, "‾"],
      [0xa1e3, "∼"],
      [0xa1f2, "♁☉"],
      [0xa241, "／＼"],
      [0xa244, "¥"],
      [0xa246, "¢£"],
      [0xa3e1, "\0"],
      [0xc6a1, "ヾゝゞ々" + through("ぁ", "ん") + through("ァ", "ェ")],
      [0xc740, through("エ", "ユ")],
      [0xc7a1, through("ョ", "ヶ") + "ДЕЁ" + through("Ж", "М") + through("У", "Я")],
      [0xc7c8, through("а", "е") + "ё" + through("ж", "я")],
      [0xc7e9, through("①", "⑩") + through("⑴", "⑽")],
      [0xf9d6, "\0".repeat(41)],
    ],
  ],
} as const satisfies Record<string, readonly [table: string, differences: readonly Run[]]>;

/** Makes the table of an encoding; that takes some 20 ms. */
export function tableOf(encoding: keyof typeof SOURCES): Table {
  const [source, differences] = SOURCES[encoding];
  const characters = read(source);
  for (const [from, run] of differences) {
    for (let i = 0; i < run.length; i++) characters[from + i] = run.charCodeAt(i);
  }
  const bytes = new Uint16Array(0x10000);
  // Where several are the same character, CPython writes the last.
  for (const [pair, code] of characters.entries()) if (code !== 0) bytes[code] = pair;
  return { characters, bytes };
}

/** iconv-lite's table, by decoding every pair of bytes in it. */
function read(source: string): Uint16Array {
  // It is not imported: only a program that asks for such an encoding shall pay for it.
  const require = createRequire(join(root, "shared/stdlib/package.json"));
  // By its real path: at times, once a socket's file has been removed, Node 20 takes the link to it for the file
  // itself, and finds nothing of what lies beside that.
  const file = realpathSync(require.resolve("iconv-lite"));
  const iconv = require(file) as typeof import("iconv-lite");
  const characters = new Uint16Array(0x10000);
  const pairs = Array.from(characters.keys()).filter((p) => p >= 0x8100 && (p & 0xff) >= 0x40);
  // With a line's end after each, a pair that is no character takes nothing of the next.
  const lines = Buffer.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff, 0x0a]));
  for (const [i, text] of iconv.decode(lines, source).split("\n").entries()) {
    // One that is none reads as two signs for faults, or as one and a letter.
    if (text.length === 1) characters[pairs[i] ?? 0] = text.charCodeAt(0);
  }
  return characters;
}
