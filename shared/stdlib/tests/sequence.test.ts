/**
 * The same in CPython and here: random sequences of calls, one step after the other.
 *
 * `NETNOTES_SEED` chooses other sequences, `NETNOTES_RUNS` how many.
 */
import fc from "fast-check";
import { afterAll } from "vitest";
import { compare, firstDifference, listing, type Row } from "./differential/comparison.ts";
import { ours, python } from "./differential/player.ts";
import { testWithComparablePython, wordsAreOurs } from "./python.ts";
import { THOROUGH } from "./thoroughness.ts";
import { programOf, sequences } from "./sequence/steps.ts";

const seed = Number(process.env["NETNOTES_SEED"] ?? 20_240_607);
const numRuns = Number(process.env["NETNOTES_RUNS"] ?? (THOROUGH ? 250 : 40));

afterAll(() => Promise.all([ours.end(), python.end()]));

testWithComparablePython(
  `${numRuns} sequences agree with CPython`,
  { timeout: 600_000 },
  async () => {
    let differing: Row[] = [];
    const property = fc.asyncProperty(sequences, async (sequence) => {
      const rows = await compare(programOf(sequence), wordsAreOurs);
      const agrees = firstDifference(rows) === undefined;
      if (!agrees) differing = rows;
      return agrees;
    });
    const { failed } = await fc.check(property, { seed, numRuns });
    if (!failed) return;
    // fast-check has shrunk the sequence: the last that differed is the shortest.
    const again = `NETNOTES_SEED=${seed} NETNOTES_RUNS=${numRuns}`;
    throw new Error(`this sequence differs (${again}):\n\n${listing(differing)}\n`);
  },
);
