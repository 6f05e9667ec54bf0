/**
 * Verdicts as GitHub Classroom's reporter of grades reads them, from the variable NAME_RESULTS, in base64.
 *
 * Its action: https://github.com/classroom-resources/autograding-grading-reporter
 */
import { failsBegun, type Judged, NOT_BEGUN, scoreOf } from "./score.ts";

export interface ClassroomResults {
  readonly version: 1;
  /** "pass" as long as nothing that is begun fails: what is left to do is no failure. */
  readonly status: "pass" | "fail";
  readonly max_score: number;
  readonly tests: readonly ClassroomTest[];
}

export interface ClassroomTest {
  readonly name: string;
  readonly status: "pass" | "fail";
  /** 1 or 0. The reporter counts tests that pass, or adds scores: both are the same sum then. */
  readonly score: number;
  readonly message: string | null;
}

/** A test for each check of each exercise. */
export function classroomResults(all: readonly Judged[]): ClassroomResults {
  const tests = all.flatMap(({ exercise: { number }, checks, verdict }) =>
    Object.entries(checks).map(([id, { title }]): ClassroomTest => {
      const result = verdict?.results.find(({ name }) => name === id);
      const status = result?.status ?? "fail";
      const message = result?.wrong?.sentence ?? verdict?.message ?? (verdict ? null : NOT_BEGUN);
      return {
        name: `${number} ${id}: ${title}`,
        status,
        score: status === "pass" ? 1 : 0,
        message,
      };
    }),
  );
  const status = failsBegun(all) ? "fail" : "pass";
  return { version: 1, status, max_score: scoreOf(all).of, tests };
}
