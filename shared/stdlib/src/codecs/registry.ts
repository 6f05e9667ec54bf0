/** The encodings by their names. */
import { LookupError } from "../exceptions/values.ts";
import type { Codec } from "./codec.ts";
import { big5, gb18030, gbk } from "./double-byte.ts";
import { ascii, latin1 } from "./single-byte.ts";
import { utf16, utf16be, utf16le } from "./utf16.ts";
import { utf8 } from "./utf8.ts";

const codecs = new Map<string, Codec>();
for (const [codec, names] of [
  [utf8, "utf_8 utf8 u8 utf cp65001"],
  [ascii, "ascii us_ascii 646 ansi_x3.4_1968 iso646_us us"],
  [latin1, "latin_1 latin1 latin l1 iso_8859_1 iso8859_1 iso8859 8859 cp819"],
  [utf16, "utf_16 utf16 u16"],
  [utf16le, "utf_16_le utf_16le unicodelittleunmarked"],
  [utf16be, "utf_16_be utf_16be unicodebigunmarked"],
  [gbk, "gbk cp936 936 ms936"],
  [gb18030, "gb18030 gb18030_2000"],
  [big5, "big5 big5_tw csbig5"],
] as const) {
  for (const name of names.split(" ")) codecs.set(name, codec);
}

/**
 * The codec of a name. Capitals don't matter, nor whether its parts are joined by "-", "_" or a space.
 *
 * @throws LookupError for an unknown one
 */
export function codecNamed(encoding: string): Codec {
  const codec = codecs.get(encoding.toLowerCase().replace(/[- ]/g, "_"));
  if (codec === undefined) throw new LookupError(`unknown encoding: ${encoding}`);
  return codec;
}
