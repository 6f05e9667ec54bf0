import { expect, test } from "vitest";
import { cpusOf, pinned } from "../src/pinning.ts";

test.each([
  ["0-1", [0, 1]],
  ["0", [0]],
  ["0-2,5,8-9", [0, 1, 2, 5, 8, 9]],
  ["", []],
])("the list %j is %j", (list, cpus) => {
  expect(cpusOf(list)).toEqual(cpus);
});

test("a command is pinned to one CPU, or left as it is", () => {
  expect(pinned(["node", "a.js"], 3)).toEqual(["taskset", "--cpu-list", "3", "node", "a.js"]);
  expect(pinned(["node", "a.js"], undefined)).toEqual(["node", "a.js"]);
});
