import { expect, test } from "vitest";
import { difference } from "../src/difference.ts";
import { escape } from "../src/escape.ts";
import { Excerpt } from "../src/excerpt.ts";
import * as looks from "../src/looks.ts";

const see = <T>(expectation: looks.Expectation<T>, bytes: Buffer | string) =>
  expectation.look({ bytes: Buffer.from(bytes), over: undefined, dropped: 0 });

test("bytes are shown as text where they are text", () => {
  expect(escape(Buffer.from("a 你\n\t\\\r"))).toBe("a 你\\n\\t\\\\\\r");
  expect(escape(Buffer.from([0x00, 0x1b, 0x7f, 0xff, 0xe4, 0xbd]))).toBe(
    "\\x00\\x1b\\x7f\\xff\\xe4\\xbd",
  );
  expect(escape(Buffer.from("\u00a0\u200b\ufeff"))).toBe(
    "\\xc2\\xa0\\xe2\\x80\\x8b\\xef\\xbb\\xbf",
  );
  expect(escape(Buffer.from("\\n"))).not.toBe(escape(Buffer.from("\n")));
});

test("the caret stands under the character that differs, wide ones counted twice", () => {
  const shown = difference(Buffer.from("你好 a"), Buffer.from("你们 a"));
  expect(shown.split("\n")).toEqual([
    "  expected  你好 a",
    "  but came  你们 a",
    "              ^ after 3 equal bytes",
  ]);
});

test("a long difference is cut around the caret", () => {
  const same = "s".repeat(10_000);
  const shown = difference(Buffer.from(`${same}A${same}`), Buffer.from(`${same}B`));
  expect(Math.max(...shown.split("\n").map((line) => line.length))).toBeLessThan(200);
  expect(shown).toContain("^ after 10000 equal bytes");
});

test("what is long is cut in the middle, and the cut is counted", () => {
  const excerpt = new Excerpt(4);
  for (let byte = 0; byte < 26; byte += 1) excerpt.push(Buffer.of(0x61 + byte));
  expect(excerpt.toString()).toBe("abcd … 18 bytes cut … wxyz");
});

test("bytes are decided as early as they can be", () => {
  expect(see(looks.bytes("abc"), "ab")).toBeUndefined();
  expect(see(looks.bytes("abc"), "abcd")).toMatchObject({ met: true, take: 3 });
  expect(see(looks.bytes("abc"), "ax")).toMatchObject({ met: false });
});

test("a match takes everything up to its end, invalid bytes counted as they are", () => {
  const bytes = Buffer.concat([Buffer.of(0xff, 0xff), Buffer.from("你!"), Buffer.of(0xe4)]);
  expect(see(looks.match(/!/), bytes)).toMatchObject({ met: true, take: 6 });
  expect(see(looks.match(/你/g), bytes)).toMatchObject({ met: true, take: 5 });
});

test("a line that matches is a whole one", () => {
  expect(see(looks.line(/b/), "ab")).toBeUndefined();
  expect(see(looks.line(/^ab$/), "ab\ncd")).toMatchObject({ met: true, take: 3 });
  expect(see(looks.line(/^b/), "ab\nbc\n")).toMatchObject({ met: false });
});
