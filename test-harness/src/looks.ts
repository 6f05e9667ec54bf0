/**
 * What can be expected of a stream: exact bytes, a pattern, a line, its end.
 *
 * A look decides as early as it can: bytes that already differ are wrong now, not at the deadline.
 */
import { excerpt } from "./excerpt.ts";
import { firstDifference } from "./difference.ts";
import type { Look, Over, Unread, Verdict } from "./inbox.ts";

/** A look with the words and the bytes for the message of its failure. */
export interface Expectation<T> {
  /** What is expected, as it stands in a sentence: `the line "hello"`. */
  readonly what: string;
  /** The bytes that are expected, where they are known. */
  readonly exactly?: Buffer;
  readonly look: Look<T>;
}

/** Exactly these bytes, next. */
export function bytes(expected: string | Uint8Array): Expectation<Buffer> {
  const exactly = Buffer.from(expected);
  return {
    what: `"${excerpt(exactly, 64)}"`,
    exactly,
    look(unread) {
      const came = unread.bytes;
      const same = firstDifference(exactly, came);
      if (same === exactly.length) return { met: true, take: same, value: exactly };
      if (same < came.length) return { met: false, why: "other bytes came" };
      return noMore(unread);
    },
  };
}

/** A match in what has come, which takes everything up to the end of the match. */
export function match(pattern: RegExp, what = `${pattern}`): Expectation<RegExpExecArray> {
  return {
    what,
    look(unread) {
      const text = unread.bytes.toString("utf8");
      const found = fresh(pattern).exec(text);
      if (!found) return noMore(unread);
      const end = found.index + found[0].length;
      return { met: true, take: bytesOf(unread.bytes, text.slice(0, end)), value: found };
    },
  };
}

/** The next line, without its newline: this text, or a match of the pattern in it. */
export function line(expected: string): Expectation<string>;
export function line(expected: RegExp): Expectation<RegExpExecArray>;
export function line(expected: string | RegExp): Expectation<string | RegExpExecArray>;
export function line(expected: string | RegExp): Expectation<string | RegExpExecArray> {
  if (typeof expected === "string") {
    const { exactly, look } = bytes(`${expected}\n`);
    return {
      what: `the line "${expected}"`,
      ...(exactly && { exactly }),
      look(unread) {
        const verdict = look(unread);
        return verdict?.met ? { ...verdict, value: expected } : verdict;
      },
    };
  }
  return {
    what: `a line that matches ${expected}`,
    look(unread) {
      const newline = unread.bytes.indexOf(0x0a);
      if (newline < 0) return noMore(unread);
      const found = fresh(expected).exec(unread.bytes.toString("utf8", 0, newline));
      if (!found) return { met: false, why: "the next line does not match" };
      return { met: true, take: newline + 1, value: found };
    },
  };
}

/** The end of the stream, with nothing unread before it. */
export function end(): Expectation<undefined> {
  return {
    what: "the end",
    look: (unread) =>
      unread.bytes.length > 0 ? { met: false, why: "more bytes came" } : isOver(unread, "end"),
  };
}

/** A reset of the connection. What came before it is thrown away, as TCP itself may do. */
export function reset(): Expectation<undefined> {
  return { what: "a reset", look: (unread) => isOver(unread, "reset") };
}

/** An end or a reset, whatever came before it. */
export function over(): Expectation<undefined> {
  return { what: "the end or a reset", look: (unread) => isOver(unread, unread.over?.how) };
}

function isOver(unread: Unread, how: Over["how"] | undefined): Verdict<undefined> {
  if (unread.over === undefined || unread.over.how !== how) return noMore(unread);
  return { met: true, take: unread.bytes.length, value: undefined };
}

/** Nothing decided yet, unless nothing more can come. */
function noMore({ bytes: unread, over: how, dropped }: Unread): Verdict<never> {
  if (dropped > 0) {
    const kept = unread.length;
    return {
      met: false,
      why: `nothing read it in time: ${dropped} bytes after these ${kept} were dropped`,
    };
  }
  if (how?.how === "end") return { met: false, why: "the stream ended" };
  if (how?.how === "reset") return { met: false, why: `the connection was reset (${how.code})` };
  return undefined;
}

/** The same pattern without memory: a `g` or `y` flag would make it start where it last stopped. */
function fresh(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ""));
}

/** How many of the bytes decode to this beginning of their text, invalid ones counted as they are. */
function bytesOf(whole: Buffer, beginning: string): number {
  const length = Buffer.byteLength(beginning);
  if (whole.toString("utf8", 0, length) === beginning) return length;
  let low = 0;
  let high = whole.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (whole.toString("utf8", 0, middle).length <= beginning.length) low = middle;
    else high = middle - 1;
  }
  return low;
}
