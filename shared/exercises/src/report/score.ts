/**
 * What the answers are worth: a point for each check that passes. Every report has it from here.
 */
import type { Exercise } from "@netnotes/course/exercise";
import type { Checks } from "../check.ts";
import type { Verdict } from "../verdict.ts";

/** An exercise with the verdict on its answer. */
export interface Judged {
  readonly exercise: Pick<Exercise, "number" | "title">;
  /** All of its checks, whether they were run or not. */
  readonly checks: Checks;
  /** undefined when there is no answer yet. */
  readonly verdict: Verdict | undefined;
}

export interface Score {
  readonly points: number;
  readonly of: number;
}

/** @param all each exercise once */
export function scoreOf(all: readonly Judged[]): Score {
  const each = all.map(({ checks, verdict }) => ({
    points: verdict?.results.filter(({ status }) => status === "pass").length ?? 0,
    of: Object.keys(checks).length,
  }));
  return {
    points: each.reduce((sum, { points }) => sum + points, 0),
    of: each.reduce((sum, { of }) => sum + of, 0),
  };
}

/** Whether a begun exercise fails. What is not begun fails nobody. */
export function failsBegun(all: readonly Judged[]): boolean {
  return all.some(({ verdict }) => verdict !== undefined && verdict.status !== "pass");
}

/** What stands for the result of an exercise without an answer. */
export const NOT_BEGUN = "not begun: there is no mine.ts and no mine.py";
