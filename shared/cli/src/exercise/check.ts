/**
 * `exercise NN.N`: checks the learner's answer, and says what was found.
 */
import type { Exercise } from "@netnotes/course/exercise";
import { judge } from "@netnotes/exercises/judge";
import { keyOf, remember } from "@netnotes/exercises/progress";
import { notBegun, reportOn } from "@netnotes/exercises/report";
import type { Verdict } from "@netnotes/exercises/verdict";
import { progress } from "../../launch/progress.mjs";
import { columns, show } from "../show.ts";
import { verdictPage } from "./verdict-page.ts";
import type { Words } from "./words.ts";

/**
 * Sets the exit status: 1 unless all checks pass.
 *
 * @param mine the answer; undefined when the exercise is not begun
 */
export async function check(
  exercise: Exercise,
  mine: string | undefined,
  { seed, report }: Pick<Words, "seed" | "report">,
): Promise<void> {
  const verdict =
    mine === undefined
      ? notBegun()
      : await judged(exercise, mine, seed === undefined ? {} : { seed });
  const lines = report
    ? reportOn(exercise, verdict, report)
    : verdictPage(exercise, mine ?? "", verdict, columns);
  show(lines);
  process.exitCode = verdict.status === "pass" ? 0 : 1;
}

/** Checks an answer, and remembers how far it has come. */
export async function judged(
  exercise: Exercise,
  mine: string,
  options: { seed?: number; signal?: AbortSignal },
): Promise<Verdict> {
  // What is remembered is of the answer as it was before; it may be saved again in the meantime.
  const key = keyOf(exercise, mine);
  const done = progress("checking …");
  const verdict = await judge(exercise, mine, options).finally(done);
  remember(exercise, key, verdict);
  return verdict;
}
