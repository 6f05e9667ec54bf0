import { expect, test } from "vitest";
import { table } from "../src/table.ts";

test("columns line up as a terminal shows them, whatever is wide or coloured", () => {
  expect(
    table([["中文", "1", "first"], ["\u001b[1mb\u001b[22m", "22", "second"], ["c"]], Infinity),
  ).toEqual(["  中文  1   first", "  \u001b[1mb\u001b[22m     22  second", "  c"]);
});

test("the last cell is wrapped between words, under its own beginning", () => {
  expect(table([["name", "one two three four five six"]], 30)).toEqual([
    "  name  one two three four",
    "        five six",
  ]);
});

test("a word that is too long stands alone, whole", () => {
  const long = "x".repeat(40);
  expect(table([["n", `a ${long} b`]], 30)).toEqual(["  n  a", `     ${long}`, "     b"]);
});
