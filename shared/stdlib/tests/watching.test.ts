/** select, poll and epoll over sockets to which anything happens, in both languages. */
import fc from "fast-check";
import { expect } from "vitest";
import { repr } from "../src/builtins.ts";
import { answers, testWithOurPython } from "./python.ts";
import { THOROUGH } from "./thoroughness.ts";
import { STEPS, watch, type Step } from "./watching.ts";

/** The masks that poll and epoll take: of the low bits any, sometimes edge-triggered or once only. */
const masks = fc.oneof(
  fc.constantFrom(0, 1, 2, 4, 5, 7, 0x2001, 0x2005),
  fc.constantFrom(2 ** 31 + 1, 2 ** 31 + 5, 2 ** 30 + 4, 2 ** 30 + 2 ** 31 + 5),
  fc.integer({ min: -2, max: 0x3fff }),
);
/** Closing is rare, or there would soon be nothing to watch. */
const names = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...STEPS.filter((name) => name !== "close")) },
  { weight: 1, arbitrary: fc.constant("close" as const) },
);
const step: fc.Arbitrary<Step> = fc.tuple(names, fc.integer({ min: 0, max: 3 }), masks);
const sequences = fc.array(step, { minLength: 15, maxLength: 30, size: "max" });

testWithOurPython("random sequences agree with CPython", () => {
  const seed = Number(process.env["SEED"] ?? 8);
  const samples = fc.sample(sequences, { seed, numRuns: THOROUGH ? 150 : 50 });
  const pieces = samples.map((steps) => `watching.watch(${JSON.stringify(steps)})`);
  const there = answers(pieces);
  for (const [i, steps] of samples.entries()) {
    expect(repr(watch(steps)), JSON.stringify(steps)).toBe(there[i]);
  }
});
