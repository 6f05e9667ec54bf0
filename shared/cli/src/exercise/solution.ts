/**
 * `exercise NN.N --solution`: how one solution differs from the learner's answer.
 */
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Exercise } from "@netnotes/course/exercise";
import { structuredPatch } from "diff";
import { colour } from "../colour.ts";
import { shown } from "./begin.ts";

/** @param mine the answer; undefined when the exercise is not begun */
export function solution({ folder }: Exercise, mine: string | undefined): string[] {
  const file = join(folder, "solution.ts");
  const theirs = readFileSync(file, "utf8");
  // Between two languages every line differs: the solution says more as it is.
  if (mine === undefined || extname(mine) === ".py")
    return [colour.bold(shown(file)), "", theirs.trimEnd()];
  const { hunks } = structuredPatch("", "", readFileSync(mine, "utf8"), theirs, "", "", {
    context: 3,
  });
  if (hunks.length === 0) return [`${shown(mine)} is the same as ${shown(file)}`];
  return [
    colour.red(`- ${shown(mine)}`),
    colour.green(`+ ${shown(file)}`),
    ...hunks.flatMap(({ oldStart, lines }) => [
      "",
      colour.dim(`line ${oldStart}`),
      ...lines.map(tinted),
    ]),
  ];
}

function tinted(line: string): string {
  if (line.startsWith("+")) return colour.green(line);
  return line.startsWith("-") ? colour.red(line) : line;
}
