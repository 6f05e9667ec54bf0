/**
 * `exercise --all`: checks every exercise that is begun.
 */
import type { Exercise } from "@netnotes/course/exercise";
import { answerTo, TwoAnswers } from "@netnotes/exercises/answer";
import { notBegun, reportOnAll } from "@netnotes/exercises/report";
import { inTurns } from "@netnotes/exercises/turns";
import type { Verdict } from "@netnotes/exercises/verdict";
import { columns, show } from "../show.ts";
import { judged } from "./check.ts";
import { listing } from "./listing.ts";
import type { Words } from "./words.ts";

/** How many exercises are checked at once; each runs a few programs at once itself. */
const AT_ONCE = 2;

/** Sets the exit status: 0 only when every exercise passes. */
export async function checkAll(
  exercises: readonly Exercise[],
  { seed, report }: Words,
): Promise<void> {
  const verdicts = await inTurns(exercises, AT_ONCE, (exercise) => verdictOn(exercise, seed));
  const all = exercises.map((exercise, at) => ({ exercise, verdict: verdicts[at] ?? notBegun() }));
  show(report ? reportOnAll(all, report) : listing(exercises, columns));
  process.exitCode = all.every(({ verdict }) => verdict.status === "pass") ? 0 : 1;
}

async function verdictOn(exercise: Exercise, seed: number | undefined): Promise<Verdict> {
  try {
    const mine = answerTo(exercise);
    if (mine === undefined) return notBegun();
    return await judged(exercise, mine, seed === undefined ? {} : { seed });
  } catch (error) {
    if (!(error instanceof TwoAnswers)) throw error;
    return { status: "error", message: error.message, seed: 0, results: [] };
  }
}
