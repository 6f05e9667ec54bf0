import { expect, test } from "vitest";
import { Random } from "../src/random.ts";

test("the same seed and salt give the same values, and others give others", () => {
  const values = (seed: number, salt: string): string => {
    const random = new Random(seed, salt);
    return `${random.text(8)} ${random.bytes(4).toString("hex")} ${random.integer(0, 1e9)}`;
  };
  expect(values(1, "a")).toBe(values(1, "a"));
  expect(new Set([values(1, "a"), values(2, "a"), values(1, "b")]).size).toBe(3);
});

test("an integer has every value of its range, and no other", () => {
  const random = new Random(1);
  const seen = new Set(Array.from({ length: 500 }, () => random.integer(-1, 3)));
  expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3]);
});

test("bytes have every value, text only letters", () => {
  const random = new Random(1);
  expect(new Set(random.bytes(10_000)).size).toBe(256);
  expect(random.text(1000)).toMatch(/^[a-z]{1000}$/);
});

test("shuffled has the same elements, in every order", () => {
  const random = new Random(1);
  const orders = Array.from({ length: 200 }, () => random.shuffled(["a", "b", "c"]).join(""));
  expect([...new Set(orders)].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
});

test("pieces make up the whole, and none of them is empty", () => {
  const random = new Random(1);
  for (const count of [1, 2, 5, 9]) {
    const pieces = random.pieces("123456789", count);
    expect(pieces).toHaveLength(count);
    expect(Buffer.concat(pieces).toString()).toBe("123456789");
    expect(pieces.every(({ length }) => length > 0)).toBe(true);
  }
  expect(random.pieces("", 3)).toEqual([Buffer.alloc(0)]);
});

test("nothing can be picked from nothing", () => {
  expect(() => new Random(1).pick([])).toThrow(RangeError);
});
