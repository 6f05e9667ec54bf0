/**
 * `gate`: checks that every chapter is as the course promises, and says what is not.
 */
import { join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import { root } from "@netnotes/compile";
import { type Chapter, readCourse } from "@netnotes/course/chapter";
import type { Exercise } from "@netnotes/course/exercise";
import { allExercises, findExercise } from "@netnotes/course/find-exercise";
import { findChapter, nameOfChapter } from "@netnotes/course/find";
import { checkCourse } from "@netnotes/course/gate";
import type { Finding } from "@netnotes/course/gate/finding";
import { counted } from "../launch/progress.mjs";
import { answer, UsageError } from "./answer.ts";
import { colour } from "./colour.ts";
import { leaveSoon } from "./leave.ts";
import { show } from "./show.ts";

const HELP = `Usage: pnpm gate [NN | NN.N] [--static] [--fresh]

Checks the chapters: that each program has its ways, that the ways have the same steps, that headers, proofs,
scenes and READMEs are there and agree. Then runs the exercises: that starters fail where their tasks say,
solutions pass, and wrong answers are rejected. Exit status 1 when something is found.

NN, NN.N   runs the exercises of one chapter, or one exercise, only
--static   runs no exercise
--fresh    runs all of them, also those that passed and have not changed since`;

const OPTIONS = {
  static: { type: "boolean" },
  fresh: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** @param words what was typed after `gate` */
export function main(words: readonly string[]): Promise<void> {
  return answer(async () => {
    const { values, positionals } = parsed(words);
    if (values.help) return show([HELP]);
    const asked = exercisesOf(positionals);
    const findings = checkCourse();
    const finished = asked.filter((exercise) => !isUnfinished(exercise, findings));
    if (!values.static) findings.push(...(await run(finished, values.fresh === true)));
    show([
      ...grouped(findings),
      findings.length > 0 ? count(findings.length, "finding") : praise(readCourse()),
    ]);
    process.exitCode = findings.length > 0 ? 1 : 0;
    leaveSoon();
  });
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // The second sentence is about words that begin with a dash: nothing here does.
    const [sentence = ""] = (error as Error).message.split(". ");
    throw new UsageError(`${sentence}\n\n${HELP}`);
  }
}

function exercisesOf([typed, surplus]: readonly string[]): Exercise[] {
  if (surplus !== undefined) throw new UsageError(`one chapter at a time: ${typed}, or ${surplus}`);
  if (typed === undefined) return allExercises();
  if (/[./\\]/.test(typed)) return [findExercise(typed)];
  const name = nameOfChapter(typed) ?? findChapter(typed).name;
  return allExercises().filter(({ chapter }) => chapter === name);
}

/** Whether something is still to be written in an exercise: running it would say that again, at length. */
function isUnfinished({ folder }: Exercise, findings: readonly Finding[]): boolean {
  return findings.some(
    ({ rule, file }) => rule === "unfinished" && join(root, file).startsWith(folder + sep),
  );
}

/** Runs those that have changed since they passed. */
async function run(asked: readonly Exercise[], fresh: boolean): Promise<Finding[]> {
  const { Memory } = await import("@netnotes/exercises/memory");
  const memory = new Memory(fresh);
  const changed = asked.filter((exercise) => !memory.has(exercise));
  if (changed.length === 0) return [];
  const { runExercises } = await import("@netnotes/exercises/gate");
  const what = count(changed.length, "exercise");
  const { next, done } = counted((ran) => `running ${what}, ${count(ran, "answer")} done …`);
  const found = await runExercises(changed, next).finally(done);
  memory.keep(
    changed.filter((_, at) => found[at]?.length === 0),
    allExercises(),
  );
  return found.flat().map(({ file, ...problem }) => ({
    ...problem,
    rule: "exercises",
    file: relative(root, file).split(sep).join("/"),
  }));
}

/** One line a finding, `file:line  message (rule)`; an empty line after each file. */
function grouped(findings: readonly Finding[]): string[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  }
  return [...byFile.values()].flatMap((those) => [
    ...those
      .toSorted((a, b) => a.line - b.line)
      .map(
        ({ file, line, message, rule }) => `${file}:${line}  ${message} ${colour.dim(`(${rule})`)}`,
      ),
    "",
  ]);
}

function praise(course: readonly Chapter[]): string {
  const programs = course.flatMap((chapter) => chapter.programs).length;
  const proofs = course.flatMap((chapter) => chapter.proofs).length;
  const counts = [
    count(course.length, "chapter"),
    count(programs, "program"),
    count(proofs, "proof"),
    count(allExercises().length, "exercise"),
  ];
  return `the course is well formed: ${counts.join(", ")}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
