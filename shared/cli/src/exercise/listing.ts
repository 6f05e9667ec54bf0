/**
 * `exercise`: all exercises, and where the learner stands.
 */
import type { Exercise } from "@netnotes/course/exercise";
import { type Standing, standingOf } from "@netnotes/exercises/progress";
import { colour } from "../colour.ts";
import { exerciseCommand } from "../invocation.ts";
import { table } from "../table.ts";

export const NOTHING_LEFT = "All exercises pass. There is nothing left to do here.";

/** @param columns how many the terminal has */
export function listing(exercises: readonly Exercise[], columns: number): string[] {
  if (exercises.length === 0) return ["There are no exercises here yet."];
  const standings = exercises.map((exercise) => standingOf(exercise));
  const passed = standings.filter(({ state }) => state === "passed").length;
  const chapters = [...new Set(exercises.map(({ chapter }) => chapter))];
  const rows = exercises.map((exercise, at) => row(exercise, standings[at] ?? NOT_BEGUN));
  const lines = table(rows, columns);
  const after = exercises.find((_, at) => standings[at]?.state !== "passed");
  return [
    colour.bold(`${passed} of ${exercises.length} exercises passed`),
    ...chapters.flatMap((chapter) => [
      "",
      chapter,
      ...lines.filter((_, at) => exercises[at]?.chapter === chapter),
    ]),
    "",
    after === undefined
      ? NOTHING_LEFT
      : `Next: ${colour.cyan(`${exerciseCommand} ${after.number}`)}  ${after.title}`,
  ];
}

/** The first exercise that does not pass, as far as is known. */
export function next(exercises: readonly Exercise[]): Exercise | undefined {
  return exercises.find((exercise) => standingOf(exercise).state !== "passed");
}

const NOT_BEGUN: Standing = { state: "not begun" };

function row({ number, title }: Exercise, standing: Standing): string[] {
  return [number, mark(standing), title, words(standing)];
}

function mark({ state }: Standing): string {
  if (state === "passed") return colour.green("✔");
  return state === "failed" || state === "two answers"
    ? colour.red("✘")
    : state === "changed"
      ? "·"
      : " ";
}

function words(standing: Standing): string {
  switch (standing.state) {
    case "passed":
      return colour.green("passed");
    case "failed":
      if (standing.total === 0) return "does not compile";
      return `${standing.passed} of ${standing.total} checks pass`;
    case "changed":
      return "begun, not checked as it is now";
    case "two answers":
      return "mine.ts and mine.py: one has to go";
    case "not begun":
      return colour.dim("not begun");
  }
}
