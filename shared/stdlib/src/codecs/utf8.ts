/** UTF-8 (RFC 3629), with the faults where CPython sees them. */
import { isUtf8 } from "node:buffer";
import type { Codec, Decoded, Fault } from "./codec.ts";
import { loneSurrogates } from "./surrogates.ts";

export const utf8: Codec = {
  name: "utf-8",
  encode: (text) => Buffer.from(text, "utf8"),
  lack: loneSurrogates,
  decode(bytes, from, final): Decoded {
    // After a fault there may be many more: to look at all the rest for each would take too long.
    const fault = from === 0 && isUtf8(bytes) ? undefined : firstFault(bytes, from);
    const text = bytes.toString("utf8", from, fault?.start);
    if (fault === undefined) return { text, end: bytes.length };
    const unfinished = fault.reason === UNFINISHED || isCutSurrogate(bytes, fault);
    return { text, end: fault.start, fault: unfinished && !final ? undefined : fault };
  },
};

/** Two bytes of a surrogate at the end: CPython waits for the third, although it is wrong already. */
function isCutSurrogate(bytes: Buffer, { start, end }: Fault): boolean {
  if (bytes[start] !== 0xed || end !== start + 1 || start + 2 !== bytes.length) return false;
  return ((bytes[end] ?? 0) & 0xe0) === 0xa0;
}

const UNFINISHED = "unexpected end of data";

function firstFault(bytes: Buffer, from: number): Fault | undefined {
  let at = from;
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0);
    if (length === 0) return { start: at, end: at + 1, reason: "invalid start byte" };
    const right = rightBytes(bytes, at, length);
    if (right < length) {
      const end = at + right;
      if (end >= bytes.length) return { start: at, end: bytes.length, reason: UNFINISHED };
      return { start: at, end, reason: "invalid continuation byte" };
    }
    at += length;
  }
  return undefined;
}

/** How many bytes a character has that begins so; 0 for a byte that begins none. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0; // a continuation, or a longer form than needed
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0; // nothing beyond U+10FFFF
}

/** How many bytes of a character are as they must be, the first included. */
function rightBytes(bytes: Buffer, at: number, length: number): number {
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return i;
    if (i === 1 && !secondFits(bytes[at] ?? 0, byte)) return i;
  }
  return length;
}

/** After some first bytes the second is limited: no overlong forms, no surrogates, none beyond U+10FFFF. */
function secondFits(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second < 0x90;
}
