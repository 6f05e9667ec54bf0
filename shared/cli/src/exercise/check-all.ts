/**
 * `exercise --all`: checks every exercise that is begun.
 */
import type { Exercise } from "@netnotes/course/exercise";
import { answerTo, TwoAnswers } from "@netnotes/exercises/answer";
import { checksOf } from "@netnotes/exercises/judge";
import { failsBegun, type Judged, reportOnAll } from "@netnotes/exercises/report";
import { inTurns } from "@netnotes/exercises/turns";
import type { Verdict } from "@netnotes/exercises/verdict";
import { counted } from "../../launch/progress.mjs";
import { leaveSoon } from "../leave.ts";
import { columns, show } from "../show.ts";
import { judged } from "./check.ts";
import { listing } from "./listing.ts";
import { deliver } from "./reports.ts";
import type { Words } from "./words.ts";

/** How many exercises are checked at once; each runs a few programs at once itself. */
const AT_ONCE = 2;

/** Sets the exit status: 1 when one that is begun fails. What is not begun fails nobody. */
export async function checkAll(
  exercises: readonly Exercise[],
  { seed, reports }: Words,
): Promise<void> {
  const { next, done } = counted((count) => `checking: ${count} of ${exercises.length} done …`);
  const all = await inTurns(exercises, AT_ONCE, async (exercise): Promise<Judged> => {
    const verdict = await verdictOn(exercise, seed);
    next();
    return { exercise, checks: await checksOf(exercise), verdict };
  }).finally(done);
  const shown = deliver(reports, (form) => reportOnAll(all, form));
  if (!shown) show(listing(exercises, columns));
  process.exitCode = failsBegun(all) ? 1 : 0;
  leaveSoon();
}

async function verdictOn(
  exercise: Exercise,
  seed: number | undefined,
): Promise<Verdict | undefined> {
  try {
    const mine = answerTo(exercise);
    if (mine === undefined) return undefined;
    return await judged(exercise, mine, seed === undefined ? {} : { seed });
  } catch (error) {
    if (!(error instanceof TwoAnswers)) throw error;
    return { status: "error", message: error.message, seed: 0, results: [] };
  }
}
