/** Encodings of one byte a character whose bytes are the characters' numbers: ASCII and Latin-1. */
import type { Codec, Decoded, Lack } from "./codec.ts";

/** ASCII: 128 characters. */
export const ascii: Codec = singleByte("ascii", 128);

/** Latin-1, ISO 8859-1: the first 256 of Unicode. It decodes anything, which does not make it right. */
export const latin1: Codec = singleByte("latin-1", 256);

function singleByte(name: string, size: number): Codec {
  const reason = `ordinal not in range(${size})`;
  const lacking = new RegExp(`[^\\u{0}-\\u{${(size - 1).toString(16)}}]+`, "gu");
  return {
    name,
    encode: (text) => Buffer.from(text, "latin1"),
    lack(text, from): Lack | undefined {
      lacking.lastIndex = from;
      const match = lacking.exec(text);
      return match === null
        ? undefined
        : { start: match.index, end: match.index + match[0].length, reason };
    },
    decode(bytes, from): Decoded {
      let wrong = size === 256 ? bytes.length : from;
      while (wrong < bytes.length && (bytes[wrong] ?? 0) < size) wrong += 1;
      if (wrong === bytes.length) return { text: bytes.toString("latin1", from), end: wrong };
      const text = bytes.toString("latin1", from, wrong);
      return { text, end: wrong, fault: { start: wrong, end: wrong + 1, reason } };
    },
  };
}
