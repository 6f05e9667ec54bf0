/**
 * Two byte strings, one above the other, with a caret at the first byte that differs.
 */
import { columns, escape } from "./escape.ts";

/** How many equal bytes are shown before the difference, and how many bytes from there on. */
const BEFORE = 48;
const AFTER = 96;

/**
 * @returns three lines: what was expected, what came, and the caret under the first difference
 */
export function difference(expected: Buffer, came: Buffer): string {
  const differs = firstDifference(expected, came);
  const at = characterStart(expected, came, differs);
  const from = characterStart(expected, came, Math.max(0, at - BEFORE));
  const before = (from > 0 ? "…" : "") + escape(expected.subarray(from, at));
  const shown = (bytes: Buffer): string =>
    before + escape(bytes.subarray(at, at + AFTER)) + rest(bytes, at);
  const label = "  but came  ";
  return [
    `  expected  ${shown(expected)}`,
    label + (came.length === 0 ? "(nothing)" : shown(came)),
    `${" ".repeat(label.length + columns(before))}^ after ${differs} equal bytes`,
  ].join("\n");
}

/** How many bytes two byte strings have in common at their beginnings. */
export function firstDifference(a: Buffer, b: Buffer): number {
  const length = Math.min(a.length, b.length);
  if (a.compare(b, 0, length, 0, length) === 0) return length;
  let at = 0;
  while (at < length && a[at] === b[at]) at += 1;
  return at;
}

/** The difference may be in the middle of a character: then the whole character differs. */
function characterStart(a: Buffer, b: Buffer, at: number): number {
  let start = at;
  while (start > 0 && (isContinuation(a[start]) || isContinuation(b[start]))) start -= 1;
  return start;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

function rest(bytes: Buffer, at: number): string {
  const more = bytes.length - at - AFTER;
  return more > 0 ? ` … ${more} bytes more` : "";
}
