import { expect, test } from "vitest";
import { quartiles } from "../src/quartiles.ts";
import { ratios, rotated, secondsEach, together } from "../src/round.ts";

test("the quartiles of an odd number of values are values", () => {
  const values = [9, 1, 5, 3, 7];
  expect(quartiles(values)).toEqual({ lower: 3, median: 5, upper: 7 });
  expect(values, "the values stay in their order").toEqual([9, 1, 5, 3, 7]);
});

test("the quartiles of an even number lie between values, as Python's inclusive method has them", () => {
  expect(quartiles([1, 2, 3, 4])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 });
});

test("values are sorted as numbers", () => {
  expect(quartiles([9, 10, 100]).median).toBe(10);
});

test("one value is its own quartiles, and of none there are none", () => {
  expect(quartiles([2])).toEqual({ lower: 2, median: 2, upper: 2 });
  expect(() => quartiles([])).toThrow(RangeError);
});

test("a round's seconds are for all of its operations", () => {
  expect(secondsEach({ operations: 4, seconds: 2 })).toBe(0.5);
});

test("batches make one round", () => {
  const batches = [
    { operations: 100, seconds: 0.25 },
    { operations: 100, seconds: 0.5 },
  ];
  expect(together(batches)).toEqual({ operations: 200, seconds: 0.75 });
});

test("a ratio above 1 is faster than Python, round by round and however many operations each had", () => {
  const python = [
    { operations: 100, seconds: 1 },
    { operations: 100, seconds: 4 },
  ];
  const way = [
    { operations: 10, seconds: 0.05 },
    { operations: 10, seconds: 0.8 },
  ];
  expect(ratios(python, way)).toEqual([2, 0.5]);
});

test("rounds that are missing are not compared", () => {
  expect(() => ratios([{ operations: 1, seconds: 1 }], [])).toThrow(RangeError);
});

test("each round begins with another way", () => {
  const ways = ["python", "literal", "node"];
  const orders = [0, 1, 2, 3].map((round) => rotated(ways, round).join(" "));
  expect(orders).toEqual([
    "python literal node",
    "literal node python",
    "node python literal",
    "python literal node",
  ]);
});

test("in nine rounds each way stands three times in each place", () => {
  const ways = ["python", "literal", "node"];
  const rounds = Array.from({ length: 9 }, (_, round) => rotated(ways, round));
  for (const way of ways) {
    for (const place of [0, 1, 2]) {
      expect(rounds.filter((order) => order[place] === way)).toHaveLength(3);
    }
  }
});
