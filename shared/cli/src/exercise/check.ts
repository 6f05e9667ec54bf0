/**
 * `exercise NN.N`: checks the learner's answer, and says what was found.
 */
import type { Exercise } from "@netnotes/course/exercise";
import { checksOf, judge } from "@netnotes/exercises/judge";
import { keyOf, remember } from "@netnotes/exercises/progress";
import { reportOn } from "@netnotes/exercises/report";
import type { Verdict } from "@netnotes/exercises/verdict";
import { progress } from "../../launch/progress.mjs";
import { leaveSoon } from "../leave.ts";
import { columns, show } from "../show.ts";
import { deliver } from "./reports.ts";
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
  { seed, reports }: Pick<Words, "seed" | "reports">,
): Promise<void> {
  const options = seed === undefined ? {} : { seed };
  const verdict = mine === undefined ? undefined : await inSight(judged(exercise, mine, options));
  const one = { exercise, checks: await checksOf(exercise), verdict };
  const shown = deliver(reports, (form) => reportOn(one, form));
  if (!shown && verdict) show(verdictPage(exercise, mine ?? "", verdict, columns));
  process.exitCode = verdict?.status === "pass" ? 0 : 1;
  leaveSoon();
}

/** Says that one answer is being checked, until it is. */
export function inSight<T>(checking: Promise<T>): Promise<T> {
  return checking.finally(progress("checking …"));
}

/** Checks an answer, and remembers how far it has come. */
export async function judged(
  exercise: Exercise,
  mine: string,
  options: { seed?: number; signal?: AbortSignal },
): Promise<Verdict> {
  // What is remembered is of the answer as it was before; it may be saved again in the meantime.
  const key = keyOf(exercise, mine);
  const verdict = await judge(exercise, mine, options);
  try {
    remember(exercise, key, verdict);
  } catch (error) {
    console.error(`not remembered: ${(error as Error).message}`); // what was found is said all the same
  }
  return verdict;
}
