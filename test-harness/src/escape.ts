/**
 * Bytes as a person can read them: text where they are text, escapes where they are not.
 */
import { isUtf8 } from "node:buffer";

const NAMED = new Map([
  [0x09, "\\t"],
  [0x0a, "\\n"],
  [0x0d, "\\r"],
  [0x5c, "\\\\"],
]);

/** What a terminal shows as nothing, or in a way that can't be told from a space. */
const INVISIBLE = /^(?:[^\P{Z} ]|\p{C})$/u;

/** The blocks that terminals show two columns wide: Chinese, Japanese, Korean, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;

/**
 * Bytes as text: UTF-8 as its characters, newline, return, tab and backslash by name, every other byte
 * as `\xNN`. No two different inputs look the same.
 */
export function escape(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = "";
  for (let at = 0; at < buffer.length;) {
    const length = characterAt(buffer, at);
    const character = length > 0 ? buffer.toString("utf8", at, at + length) : "";
    const taken = Math.max(length, 1);
    if (character !== "" && character !== "\\" && !INVISIBLE.test(character)) text += character;
    else for (const byte of buffer.subarray(at, at + taken)) text += NAMED.get(byte) ?? hex(byte);
    at += taken;
  }
  return text;
}

/** How many columns of a terminal a text takes. */
export function columns(text: string): number {
  return Array.from(text).length + (text.match(WIDE)?.length ?? 0);
}

/** How many bytes the character at `at` has, or 0 where no whole character begins. */
function characterAt(buffer: Buffer, at: number): number {
  const lead = buffer[at] ?? 0;
  const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  const bytes = buffer.subarray(at, at + length);
  return bytes.length === length && isUtf8(bytes) ? length : 0;
}

function hex(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, "0")}`;
}
