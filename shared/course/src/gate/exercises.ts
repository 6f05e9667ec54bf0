/**
 * Rule `exercises`: each has its task, hint, starter, solution, check and wrong answers, and is short.
 *
 * Whether starters fail and solutions pass is shown by running them: `@netnotes/exercises/gate`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { exerciseNames, placeOf } from "../exercise.ts";
import { widthOf } from "../width.ts";
import type { Problem, Rule } from "./finding.ts";

const FILES = ["task.md", "hint.md", "starter.ts", "solution.ts", "check.ts"];
/** Lines that a file may have: an answer is read beside the learner's own. */
const LINES = { answer: 60, check: 120 };
const COLUMNS = 80;
/** One wrong answer tells nothing of whether the check looks at more than one thing. */
const WRONG = 2;
/** A wrong answer is named after the check that rejects it, and then after its mistake. */
const WRONG_NAME = /^[a-z0-9-]+\.[a-z0-9-]+\.ts$/;
const SECTIONS = ["Why", "An example", "What is checked"];

export const exercises: Rule = (chapter) => {
  const names = exerciseNames(chapter.folder);
  const folder = join(chapter.folder, "exercises");
  return [
    ...names.flatMap((name) => ofExercise(join(folder, name))),
    ...outOfOrder(folder, names),
    ...unlisted(chapter.folder, names),
  ];
};

/** The check at which a task says that its starter fails first. */
export function starterFailsAt(task: string): string | undefined {
  return /^\*\*The starter fails at:\*\* `([^`]+)`/m.exec(task)?.[1];
}

function ofExercise(folder: string): Problem[] {
  const wrong = namesIn(folder, "wrong");
  const missing = FILES.filter((file) => !existsSync(join(folder, file)));
  const present = FILES.filter((file) => !missing.includes(file));
  const answers = [...wrong, ...namesIn(folder, "right")];
  const misnamed = wrong.filter((file) => !WRONG_NAME.test(basename(file)));
  return [
    ...missing.map((file) => at(folder, file, 1, "is missing: every exercise has one")),
    ...(wrong.length < WRONG
      ? [at(folder, "wrong", 1, `has ${wrong.length} wrong answers; ${WRONG} are the least`)]
      : []),
    ...misnamed.map((file) => at(folder, file, 1, "must be named CHECK.MISTAKE.ts")),
    ...[...present, ...answers].flatMap((file) => ofFile(folder, file)),
    ...(present.includes("task.md") ? ofTask(folder) : []),
    ...(["hint.md", "solution.ts", "starter.ts"].every((file) => present.includes(file))
      ? toldByHint(folder)
      : []),
  ];
}

function ofFile(folder: string, file: string): Problem[] {
  const text = read(folder, file);
  if (text.trim() === "") return [at(folder, file, 1, "is empty")];
  if (file.endsWith(".md")) return [];
  const kind = file === "check.ts" ? "check" : "answer";
  const most = LINES[kind];
  const lines = text.replace(/\n$/, "").split("\n");
  const message = `is ${lines.length} lines; an exercise's ${kind} has ${most} at most`;
  const wide = lines.flatMap((line, index) => {
    const columns = widthOf(line);
    const tooWide = `is ${columns} columns wide; ${COLUMNS} is the most`;
    return columns > COLUMNS ? [at(folder, file, index + 1, tooWide)] : [];
  });
  return [
    ...(lines.length > most ? [at(folder, file, most + 1, message)] : []),
    ...(kind === "answer" ? wide : []),
  ];
}

function ofTask(folder: string): Problem[] {
  const text = read(folder, "task.md");
  if (text.trim() === "") return []; // said already
  const parts = [
    ...(/^# \S.*\n\n[^#\s]/.test(text) ? [] : ["must begin with # TITLE and what to write"]),
    ...SECTIONS.filter((name) => !text.includes(`\n## ${name}\n`)).map(
      (name) => `has no section "## ${name}"`,
    ),
    ...(starterFailsAt(text) === undefined
      ? ["does not say where the starter fails: **The starter fails at:** `CHECK`"]
      : []),
  ];
  return parts.map((message) => at(folder, "task.md", 1, message));
}

/** A line that only the solution has, and that is more than punctuation, is what a learner shall find. */
function toldByHint(folder: string): Problem[] {
  const given = new Set(codeLines(read(folder, "starter.ts")));
  const secret = codeLines(read(folder, "solution.ts")).filter((line) => !given.has(line));
  return read(folder, "hint.md")
    .split("\n")
    .flatMap((line, index) =>
      secret.some((code) => line.includes(code))
        ? [at(folder, "hint.md", index + 1, "has a line of the solution: a hint leads to it")]
        : [],
    );
}

function codeLines(source: string): string[] {
  return source
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.length >= 16 && !/^(?:\*|\/\/|\/\*)/.test(line));
}

/** `05.2` names the second exercise: numbers run from 1 without a gap. */
function outOfOrder(folder: string, names: readonly string[]): Problem[] {
  return names
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .flatMap((name, index) => {
      const message = `must be number ${index + 1}: exercises count from 1 without a gap`;
      return placeOf(name) === index + 1 ? [] : [at(folder, name, 1, message)];
    });
}

/** The chapter's README leads to each task. */
function unlisted(chapterFolder: string, names: readonly string[]): Problem[] {
  const file = join(chapterFolder, "README.md");
  if (!existsSync(file)) return [];
  const [, after = ""] = readFileSync(file, "utf8").split(/^## Exercises$/m);
  const [section = ""] = after.split(/^## /m);
  return names
    .filter((name) => !section.includes(`](exercises/${name}/task.md)`))
    .map((name) => ({
      file,
      line: 1,
      message: `does not list the exercise ${name} under "## Exercises", with a link to its task.md`,
    }));
}

function namesIn(folder: string, part: string): string[] {
  const path = join(folder, part);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => /\.(?:ts|py)$/.test(name) && !name.startsWith("mine."))
    .sort()
    .map((name) => `${part}/${name}`);
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}

function at(folder: string, name: string, line: number, message: string): Problem {
  return { file: join(folder, name), line, message };
}
