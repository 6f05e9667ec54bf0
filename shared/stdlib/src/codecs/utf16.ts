/**
 * UTF-16 (RFC 2781), both byte orders, and "utf-16" itself: written with a mark in this machine's order
 * (little-endian on every platform we know), read in the order that the mark tells.
 */
import { UnicodeError } from "../exceptions/unicode.ts";
import type { Codec, Decoded, Fault } from "./codec.ts";
import { loneSurrogates } from "./surrogates.ts";

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

export const utf16le: Codec = {
  name: "utf-16-le",
  encode: (text) => Buffer.from(text, "utf16le"),
  lack: loneSurrogates,
  decode: (bytes, from, final) => decodeUnits(bytes, from, final, false),
};

export const utf16be: Codec = {
  name: "utf-16-be",
  encode: (text) => swapped(Buffer.from(text, "utf16le")),
  lack: loneSurrogates,
  decode: (bytes, from, final) => decodeUnits(bytes, from, final, true),
};

/** The order of bytes that a mark at their beginning tells; "none" when there is none. */
function marked(bytes: Buffer): "little" | "big" | "none" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "little";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "big" : "none";
}

export const utf16: Codec = {
  name: "utf-16",
  mark: Buffer.from([0xff, 0xfe]),
  unmarked: utf16le,
  encode: (text) => utf16le.encode(text),
  lack: loneSurrogates,
  settled(bytes) {
    const order = marked(bytes);
    if (order === "none") throw new UnicodeError("UTF-16 stream does not start with BOM");
    return order === "big" ? utf16be : utf16le;
  },
  nameFor: (bytes) => (marked(bytes) === "big" ? "utf-16-be" : "utf-16-le"),
  decode(bytes, from, final): Decoded {
    const order = marked(bytes);
    const skip = from === 0 && order !== "none" ? 2 : from;
    return decodeUnits(bytes, skip, final, order === "big");
  },
};

/** Decodes 16-bit units; the faults are CPython's. */
function decodeUnits(bytes: Buffer, from: number, final: boolean, big: boolean): Decoded {
  const fault = firstFault(bytes, from, big);
  const end = fault === undefined ? bytes.length : fault.start;
  const units = bytes.subarray(from, end);
  const text = (big ? swapped(units) : units).toString("utf16le");
  const unfinished = fault !== undefined && fault.end === bytes.length && isEnd(fault);
  return { text, end, fault: unfinished && !final ? undefined : fault };
}

const isEnd = (fault: Fault): boolean =>
  fault.reason === "truncated data" || fault.reason === "unexpected end of data";

function firstFault(bytes: Buffer, from: number, big: boolean): Fault | undefined {
  const unit = (at: number): number => (big ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at));
  const end = bytes.length;
  for (let at = from; at < end; at += 2) {
    if (at + 1 === end) return { start: at, end, reason: "truncated data" };
    const kind = unit(at) & 0xfc00;
    if (kind === 0xdc00) return { start: at, end: at + 2, reason: "illegal encoding" };
    if (kind !== 0xd800) continue;
    if (at + 4 > end) return { start: at, end, reason: "unexpected end of data" };
    if ((unit(at + 2) & 0xfc00) !== 0xdc00) {
      return { start: at, end: at + 2, reason: "illegal UTF-16 surrogate" };
    }
    at += 2;
  }
  return undefined;
}
