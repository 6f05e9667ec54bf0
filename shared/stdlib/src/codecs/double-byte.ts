/** Encodings of ASCII and, for other characters, two bytes or more: GBK, GB 18030 and Big5. */
import { TwoBytes, TwoOrFourBytes } from "./character-set.ts";
import type { Codec, Decoded, Lack } from "./codec.ts";
import { tableOf } from "./tables.ts";

const ILLEGAL = "illegal multibyte sequence";
const INCOMPLETE = "incomplete multibyte sequence";

/** Chinese as the mainland wrote it until GB 18030. */
export const gbk: Codec = multibyte("gbk", () => new TwoBytes(tableOf("gbk")));

/** GBK, and everything else in Unicode. */
export const gb18030: Codec = multibyte("gb18030", () => new TwoOrFourBytes(tableOf("gb18030")));

/** Traditional Chinese. */
export const big5: Codec = multibyte("big5", () => new TwoBytes(tableOf("big5")));

/** @param load makes the character set when it is first needed */
function multibyte(name: string, load: () => TwoBytes): Codec {
  let loaded: TwoBytes | undefined;
  const characterSet = (): TwoBytes => (loaded ??= load());
  return {
    name,
    forgetsAt: ILLEGAL,

    encode(text): Buffer {
      const set = characterSet();
      const encoded = Buffer.alloc(4 * text.length);
      let at = 0;
      for (const character of text) {
        const code = character.codePointAt(0) ?? 0;
        const bytes = code < 0x80 ? code : set.bytes(code);
        if (bytes < 0x80) at = encoded.writeUInt8(bytes, at);
        else if (bytes <= 0xffff) at = encoded.writeUInt16BE(bytes, at);
        else at = encoded.writeUInt32BE(bytes, at);
      }
      return encoded.subarray(0, at);
    },

    lack(text, from): Lack | undefined {
      const set = characterSet();
      for (let start = from, end; start < text.length; start = end) {
        const code = text.codePointAt(start) ?? 0;
        end = start + (code > 0xffff ? 2 : 1);
        if (code >= 0x80 && set.bytes(code) === 0) return { start, end, reason: ILLEGAL };
      }
      return undefined;
    },

    decode(bytes, from, final): Decoded {
      const set = characterSet();
      let text = "";
      for (let at = from, end; at < bytes.length; at = end) {
        const first = bytes[at] ?? 0;
        end = at + (first < 0x80 ? 1 : set.length(bytes[at + 1]));
        if (end > bytes.length) {
          const fault = { start: at, end: bytes.length, reason: INCOMPLETE };
          return { text, end: at, fault: final ? fault : undefined };
        }
        const code = first < 0x80 ? first : set.character(bytes, at);
        if (code === 0 && first !== 0) {
          return { text, end: at, fault: { start: at, end: at + 1, reason: ILLEGAL } };
        }
        text += String.fromCodePoint(code);
      }
      return { text, end: bytes.length };
    },
  };
}
