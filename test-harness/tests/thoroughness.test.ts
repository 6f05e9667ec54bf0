import { describe, expect, test } from "vitest";
import { inTurn, pairs } from "../src/thoroughness.ts";

const WAYS = ["python", "literal", "node"];

describe("outside CI", () => {
  test("one way is taken at a time, and each in its turn", () => {
    expect([0, 1, 2, 3].map((turn) => inTurn(WAYS, turn, false))).toEqual([
      ["python"],
      ["literal"],
      ["node"],
      ["python"],
    ]);
    expect(inTurn([], 5, false)).toEqual([]);
  });

  test("each way takes part in a scene, on either side; three scenes have every pair", () => {
    const seen = [0, 1, 2].flatMap((turn) => {
      const played = pairs(WAYS, WAYS, turn, false);
      for (const side of [0, 1] as const)
        expect(played.map((pair) => pair[side]).sort()).toEqual([...WAYS].sort());
      return played.map((pair) => pair.join());
    });
    expect(new Set(seen).size).toBe(9);
  });
});

test("in CI everything is tested", () => {
  expect(inTurn(WAYS, 1, true)).toEqual(WAYS);
  expect(pairs(WAYS, WAYS, 1, true)).toHaveLength(9);
});
