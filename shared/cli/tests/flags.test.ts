import { expect, test } from "vitest";
import { takeFlags } from "../src/flags.ts";

test("takes the way and --trace from wherever they stand, and leaves the rest in its order", () => {
  expect(takeFlags(["--python", "05", "server", "--port", "0", "--trace", "-v"])).toEqual({
    way: "python",
    trace: true,
    rest: ["05", "server", "--port", "0", "-v"],
  });
});

test("what follows -- is the program's, though it looks like ours", () => {
  expect(takeFlags(["05", "server", "--", "--node", "--", "--trace"])).toEqual({
    way: undefined,
    trace: false,
    rest: ["05", "server", "--node", "--", "--trace"],
  });
});

test("a way said twice is that way", () => {
  expect(takeFlags(["--node", "--node"]).way).toBe("node");
});
