import { execFileSync } from "node:child_process";
import { widthOf } from "@netnotes/course/width";
import stringWidth from "string-width";
import { expect, test } from "vitest";

test.each([
  ["hello", 5],
  ["", 0],
  ["你好, world", 11],
  ["\u001B[31mred\u001B[39m", 3],
  ["\u001B[1m你好\u001B[22m", 4],
  ["e\u0301", 1],
  ["👩‍👩‍👧", 2],
  ["✔ ✘ │ ─ × µ – …", 15],
])("%j takes %i columns", (text, columns) => {
  expect(widthOf(text)).toBe(columns);
  expect(stringWidth(text)).toBe(columns);
});

test("a plain text doesn't load the tables", () => {
  const script = `
    const { load } = require("@netnotes/compile");
    load("src/width.ts").then(({ widthOf }) => {
      for (const text of ["plain", "好"]) {
        widthOf(text);
        console.log(Object.keys(require.cache).some((file) => file.includes("string-width")));
      }
    });`;
  const cwd = `${import.meta.dirname}/..`;
  const told = execFileSync(process.execPath, ["-e", script], { cwd, encoding: "utf8" });
  expect(told).toBe("false\ntrue\n");
});
