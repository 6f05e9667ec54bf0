/**
 * What a learner reads of a verdict: every check in a line, and of the first that fails, everything.
 */
import type { Exercise } from "@netnotes/course/exercise";
import { allExercises } from "@netnotes/course/find-exercise";
import type { Result, Verdict } from "@netnotes/exercises/verdict";
import { colour } from "../colour.ts";
import { exerciseCommand } from "../invocation.ts";
import { table, wrapped } from "../table.ts";
import { shown } from "./begin.ts";
import { next } from "./listing.ts";

export function verdictPage(
  exercise: Exercise,
  mine: string,
  verdict: Verdict,
  columns: number,
): string[] {
  const { number, title } = exercise;
  const heading = `${colour.bold(`${number} ${title}`)}  ${colour.dim(shown(mine))}`;
  if (verdict.status === "error") return [heading, "", verdict.message ?? ""];
  const failed = verdict.results.filter(({ status }) => status === "fail");
  const rows = verdict.results.map((result) => row(result));
  return [
    heading,
    "",
    ...table(rows, columns),
    "",
    ...(failed[0] === undefined
      ? good(verdict.results.length, exercise)
      : [
          ...broken(failed[0], columns),
          ...more(failed.slice(1), columns),
          ...ways(number, verdict),
        ]),
  ];
}

function row({ name, title, status }: Result): string[] {
  return status === "pass"
    ? [colour.green("✔"), name, title]
    : [colour.red("✘"), colour.bold(name), title];
}

function good(count: number, exercise: Exercise): string[] {
  const after = next(allExercises());
  return [
    colour.green(`All ${count} checks pass.`),
    "",
    `How another solved it: ${colour.cyan(`${exerciseCommand} ${exercise.number} --solution`)}`,
    after === undefined
      ? "That was the last one: all exercises pass."
      : `Next: ${colour.cyan(`${exerciseCommand} ${after.number}`)}  ${after.title}`,
  ];
}

function broken({ name, why, wrong }: Result, columns: number): string[] {
  const [first = "", ...evidence] = (wrong?.sentence ?? "").split("\n");
  const detail = wrong?.detail === "" ? [] : (wrong?.detail ?? "").split("\n");
  const conversation = wrong?.conversation === "" ? [] : (wrong?.conversation ?? "").split("\n");
  return [
    ...wrapped(`${name}: ${sentence(first)}`, columns).map((line) => colour.red(line)),
    ...evidence,
    ...(detail.length > 0 ? ["", ...detail] : []),
    "",
    ...(wrong?.unspoken ? [] : [...wrapped(`Why: ${why}`, columns), ""]),
    ...conversation.map((line, at) => (at === 0 ? line : colour.dim(line))),
    "",
  ];
}

/** Of the others that fail only what happened: the first one is often the reason. */
function more(failed: readonly Result[], columns: number): string[] {
  if (failed.length === 0) return [];
  const lines = failed.map(({ name, wrong }) => [
    colour.bold(name),
    sentence((wrong?.sentence ?? "").split("\n")[0] ?? ""),
  ]);
  return [`And ${failed.length} more:`, ...table(lines, columns), ""];
}

function ways(number: string, { seed }: Verdict): string[] {
  return table(
    [
      [colour.cyan(`${exerciseCommand} ${number} --hint`), "a hint"],
      [colour.cyan(`${exerciseCommand} ${number} --seed ${seed}`), "the same data again"],
      [colour.cyan(`${exerciseCommand} ${number} --run`), "runs your program, for you to talk to"],
    ],
    Infinity,
  );
}

/** With a capital and a full stop. */
function sentence(text: string): string {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
}
