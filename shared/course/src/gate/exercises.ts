/**
 * Rule `exercises`: each has its task, hint, starter, solution, check and wrong answers, and is short.
 *
 * Whether starters fail and solutions pass is shown by running them, not here.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem, Rule } from "./finding.ts";

const FILES = ["task.md", "hint.md", "starter.ts", "solution.ts", "check.ts"];
const LINES = 60;
/** One wrong answer tells nothing of whether the check looks at more than one thing. */
const WRONG = 2;

export const exercises: Rule = (chapter) => {
  const folder = join(chapter.folder, "exercises");
  if (!existsSync(folder)) return [];
  const found = readdirSync(folder).filter((name) => /^\d+-[a-z0-9-]+$/.test(name));
  return [...found.flatMap((name) => ofExercise(join(folder, name))), ...outOfOrder(folder, found)];
};

function ofExercise(folder: string): Problem[] {
  const wrong = namesIn(join(folder, "wrong"), ".ts").map((name) => join("wrong", name));
  const missing = FILES.filter((file) => !existsSync(join(folder, file)));
  const present = [...FILES, ...wrong].filter((file) => !missing.includes(file));
  return [
    ...missing.map((file) => at(folder, file, 1, "is missing: every exercise has one")),
    ...(wrong.length < WRONG
      ? [at(folder, "wrong", 1, `has ${wrong.length} wrong answers; ${WRONG} are the least`)]
      : []),
    ...present.flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const lines = text.replace(/\n$/, "").split("\n").length;
      if (text.trim() === "") return [at(folder, file, 1, "is empty")];
      return file.endsWith(".ts") && lines > LINES
        ? [
            at(
              folder,
              file,
              LINES + 1,
              `is ${lines} lines; an exercise's file has ${LINES} at most`,
            ),
          ]
        : [];
    }),
  ];
}

/** `05.2` names the second exercise: numbers run from 1 without a gap. */
function outOfOrder(folder: string, names: readonly string[]): Problem[] {
  return names
    .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .flatMap((name, index) =>
      Number.parseInt(name, 10) === index + 1
        ? []
        : [
            at(
              folder,
              name,
              1,
              `must be number ${index + 1}: exercises count from 1 without a gap`,
            ),
          ],
    );
}

function namesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension) && !name.startsWith("mine."))
    .sort();
}

function at(folder: string, name: string, line: number, message: string): Problem {
  return { file: join(folder, name), line, message };
}
