/**
 * Verdicts in the results format of Exercism's test runners, version 3.
 *
 * Its interface: https://exercism.org/docs/building/tooling/test-runners/interface
 */
import type { Result, Verdict } from "../verdict.ts";
import { type Judged, NOT_BEGUN, scoreOf } from "./score.ts";

export interface ExercismResults {
  readonly version: 3;
  readonly status: Verdict["status"];
  readonly message?: string;
  readonly tests: readonly ExercismTest[];
}

export interface ExercismTest {
  readonly name: string;
  readonly status: Result["status"];
  readonly message?: string;
  readonly output?: string;
}

/** How long an `output` may be, in characters: the format's own limit. */
const LONGEST = 500;

/** @param verdict undefined for an exercise without an answer */
export function exercismResults(verdict: Verdict | undefined): ExercismResults {
  const { status, message, results } = verdict ?? {
    status: "error" as const,
    message: NOT_BEGUN,
    results: [],
  };
  const tests = results.map(({ name, title, status, wrong }): ExercismTest => {
    const test = { name: `${name}: ${title}`, status };
    if (wrong === undefined) return test;
    return { ...test, message: said(wrong), output: shortened(wrong.conversation) };
  });
  return { version: 3, status, ...(message === undefined ? {} : { message }), tests };
}

/** The score, and the results of each exercise with its number and title. */
export function exercismOfAll(all: readonly Judged[]) {
  return {
    score: scoreOf(all),
    exercises: all.map(({ exercise: { number, title }, verdict }) => ({
      exercise: number,
      title,
      ...exercismResults(verdict),
    })),
  };
}

function said({ sentence, detail }: NonNullable<Result["wrong"]>): string {
  return [sentence, detail].filter(Boolean).join("\n");
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 2)} …`;
}
