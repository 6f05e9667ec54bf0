/**
 * Verdicts for others: the results format of Exercism's test runners (version 3), and Markdown.
 *
 * Its interface: https://exercism.org/docs/building/tooling/test-runners/interface
 */
import type { Exercise } from "@netnotes/course/exercise";
import type { Result, Verdict } from "./verdict.ts";

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

export interface Judged {
  readonly exercise: Pick<Exercise, "number" | "title">;
  readonly verdict: Verdict;
}

/** How long an `output` may be, in characters: the format's own limit. */
const LONGEST = 500;

/** The verdict on an exercise that has no answer yet. */
export function notBegun(): Verdict {
  return {
    status: "error",
    message: "not begun: there is no mine.ts and no mine.py",
    seed: 0,
    results: [],
  };
}

/** @returns lines */
export function reportOn(
  exercise: Judged["exercise"],
  verdict: Verdict,
  form: "md" | "json",
): string[] {
  if (form === "json") return [JSON.stringify(exercismResults(verdict), null, 2)];
  return markdown([{ exercise, verdict }]);
}

/**
 * In JSON, an array of Exercism's results, each with the exercise's number and title.
 *
 * @returns lines
 */
export function reportOnAll(all: readonly Judged[], form: "md" | "json"): string[] {
  if (form === "md") return markdown(all);
  const results = all.map(({ exercise: { number, title }, verdict }) => ({
    exercise: number,
    title,
    ...exercismResults(verdict),
  }));
  return [JSON.stringify(results, null, 2)];
}

export function exercismResults({ status, message, results }: Verdict): ExercismResults {
  const tests = results.map(({ name, title, status, wrong }): ExercismTest => {
    const test = { name: `${name}: ${title}`, status };
    if (wrong === undefined) return test;
    const why = [wrong.sentence, wrong.detail].filter(Boolean).join("\n");
    return { ...test, message: why, output: shortened(wrong.conversation) };
  });
  return { version: 3, status, ...(message === undefined ? {} : { message }), tests };
}

/** A table of all, then what failed. */
function markdown(all: readonly Judged[]): string[] {
  const passed = all.filter(({ verdict }) => verdict.status === "pass").length;
  const rows = all.map(({ exercise: { number, title }, verdict }) => {
    return `| ${number} | ${title} | ${inWords(verdict)} |`;
  });
  return [
    `${passed} of ${all.length} exercises pass.`,
    "",
    "| exercise | title | result |",
    "| -------- | ----- | ------ |",
    ...rows,
    ...all.flatMap(({ exercise: { number }, verdict }) =>
      verdict.results.flatMap((result) => failure(number, result)),
    ),
  ];
}

function inWords({ status, message, results }: Verdict): string {
  if (status === "error") return message ?? "error";
  const passed = results.filter((result) => result.status === "pass").length;
  return status === "pass" ? "passes" : `${passed} of ${results.length} checks pass`;
}

function failure(number: string, { name, title, wrong }: Result): string[] {
  if (wrong === undefined) return [];
  const text = [wrong.sentence, wrong.detail, wrong.conversation].filter(Boolean).join("\n\n");
  return ["", `**${number} ${name}**: it ${title}`, "", "```text", ...text.split("\n"), "```"];
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 2)} …`;
}
