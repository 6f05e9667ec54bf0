/**
 * What a learner reads when an exercise begins, or begins again; and what the command can do.
 */
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Exercise } from "@netnotes/course/exercise";
import { colour } from "../colour.ts";
import { exerciseCommand } from "../invocation.ts";
import { table, wrapped } from "../table.ts";

const run = exerciseCommand;

export const USAGE = [
  "Usage:",
  ...table(
    [
      [run, "the exercises, how far you are, and which is next"],
      [`${run} NN`, "those of a chapter"],
      [`${run} NN.N`, "begins an exercise; from then on, checks your answer"],
      [`${run} next`, "the first one that does not pass yet"],
      [`${run} NN.N --watch`, "checks it again whenever you save; Ctrl+C ends"],
      [`${run} NN.N --task`, "what to write, why, and what the checks look at"],
      [`${run} NN.N --hint`, "a hint, without the solution"],
      [`${run} NN.N --solution`, "how one solution differs from your answer"],
      [`${run} NN.N --reset`, "begins again; your file is kept under another name"],
      [`${run} NN.N --run …`, "runs your program by hand; what follows are its arguments"],
      [`${run} --all [NN]`, "checks all that you have begun"],
      [
        `${run} … --report FORM[=FILE]`,
        "the result for others, as md, json or classroom; several at once",
      ],
      [`${run} … --seed N`, "the same data as in the run that printed this seed"],
    ],
    Infinity,
  ),
  "",
  "1.1, 01.1, sockets.1, 01.say-it-back and the path of its folder mean the same exercise.",
  "An answer is mine.ts or mine.py, beside the starter; git keeps it, no other command touches it.",
  "Exit status 0: all that was checked passes; 1: something fails; 2: wrong usage.",
];

/** @param mine the file that was laid */
export function begun(exercise: Exercise, mine: string, columns: number): string[] {
  const { number, title, folder } = exercise;
  return [
    colour.bold(`${number} ${title}`),
    "",
    ...wrapped(gist(folder), columns),
    "",
    `Your file, a copy of the starter: ${colour.cyan(shown(mine))}`,
    "",
    ...table(
      [
        [`${run} ${number} --task`, "the whole task, with an example"],
        [`${run} ${number}`, "checks your answer"],
        [`${run} ${number} --watch`, "checks it whenever you save"],
        [`${run} ${number} --hint`, "when you are stuck"],
      ].map(([command = "", what = ""]) => [colour.cyan(command), what]),
      columns,
    ),
    "",
    "Python is as good: put your program into mine.py, and remove mine.ts.",
  ];
}

/** @param aside where the old answer is now; undefined when there was none */
export function reset({ number }: Exercise, mine: string, aside: string | undefined): string[] {
  const kept = aside === undefined ? [] : [`Your answer is kept as ${shown(aside)}`];
  return [...kept, `A copy of the starter is in ${shown(mine)}`, `Check it: ${run} ${number}`];
}

/** A path as one would type it here. */
export function shown(file: string): string {
  const path = relative("", file);
  return path.startsWith("..") ? file : path;
}

/** The first paragraph of the task, on one line. */
function gist(folder: string): string {
  const [, first = ""] = readFileSync(join(folder, "task.md"), "utf8").split(/\n\s*\n/);
  return first.replace(/\s+/g, " ").trim();
}
