/**
 * The part of the content gate that runs programs: starters fail for their reason, solutions pass, wrong
 * answers are rejected by the check that they are named after.
 */
import { readdirSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Exercise } from "@netnotes/course/exercise";
import { starterFailsAt } from "@netnotes/course/gate/exercises";
import type { Problem } from "@netnotes/course/gate/finding";
import { runnable } from "@netnotes/test-harness/program";
import { compileAhead } from "./ahead.ts";
import type { Checks } from "./check.ts";
import { MISTAKE } from "./explain.ts";
import { checksOf, judge, type JudgeOptions } from "./judge.ts";
import { inTurns } from "./turns.ts";
import type { Result, Verdict } from "./verdict.ts";

/** How many answers run at once: most of their time they wait. */
const AT_ONCE = 12;

/**
 * A right answer may take long on a busy machine. What a wrong one waits for never comes; but a starter may
 * be right for a while before it fails. In milliseconds.
 */
const RIGHT = { seed: 1, checksAtOnce: 2, patience: 15_000, time: 60_000 } satisfies JudgeOptions;
const STARTER = { ...RIGHT, patience: 4000 };
const WRONG = { ...RIGHT, patience: 2000 };

/** One answer to run, and what is wrong when its verdict is not what it should be. */
interface Job {
  readonly exercise: Exercise;
  readonly file: string;
  readonly options: JudgeOptions;
  /** @returns what is wrong with the answer, or undefined */
  readonly judged: (verdict: Verdict) => string | undefined;
}

/**
 * What is wrong with each exercise, in their order; none is empty-handed: nothing wrong is an empty list.
 *
 * @param onAnswer is told whenever one more answer has been run
 */
export async function runExercises(
  exercises: readonly Exercise[],
  onAnswer: () => void = () => {},
): Promise<Problem[][]> {
  const found = exercises.map((): Problem[] => []);
  await compileAhead(exercises);
  const jobs = await Promise.all(
    exercises.map(async (exercise, at) => {
      const checks = await loaded(exercise, found[at] ?? []);
      return checks ? jobsOf(exercise, checks, found[at] ?? []) : [];
    }),
  );
  await inTurns(jobs.flat(), AT_ONCE, async ({ exercise, file, options, judged }) => {
    const message = judged(await judge(exercise, file, options));
    onAnswer();
    if (message !== undefined) found[exercises.indexOf(exercise)]?.push({ file, line: 1, message });
  });
  return found;
}

async function loaded(exercise: Exercise, problems: Problem[]): Promise<Checks | undefined> {
  const file = join(exercise.folder, "check.ts");
  if (!existsSync(file)) return undefined; // the static rule says so
  try {
    return await checksOf(exercise);
  } catch (error) {
    problems.push({ file, line: 1, message: `does not load: ${(error as Error).message}` });
    return undefined;
  }
}

function jobsOf(exercise: Exercise, checks: Checks, problems: Problem[]): Job[] {
  const { folder } = exercise;
  const ids = Object.keys(checks);
  const report = (file: string, message: string): void =>
    void problems.push({ file: join(folder, file), line: 1, message });
  if (ids.length < 2) report("check.ts", `has ${ids.length} checks; 2 are the least`);
  for (const [id, { title, why }] of Object.entries(checks)) {
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
      report("check.ts", `${id} is not in kebab case`);
    if (title.trim() === "" || why.trim() === "")
      report("check.ts", `${id} has no title or no why`);
  }
  const task = textOf(join(folder, "task.md"));
  for (const id of ids) {
    if (!task.includes(`\`${id}\``)) report("task.md", `does not name the check \`${id}\``);
  }
  return [
    ...starter(exercise, ids, starterFailsAt(task), report),
    ...right(exercise),
    ...wrong(exercise, ids, report),
  ];
}

type Report = (file: string, message: string) => void;

function starter(
  exercise: Exercise,
  ids: readonly string[],
  stated: string | undefined,
  report: Report,
): Job[] {
  const file = join(exercise.folder, "starter.ts");
  if (stated === undefined || !existsSync(file)) return []; // the static rule says so
  if (!ids.includes(stated)) {
    report("task.md", `says that the starter fails at \`${stated}\`: no check has that name`);
    return [];
  }
  const only = ids.slice(0, ids.indexOf(stated) + 1);
  const judged = ({ status, message, results }: Verdict): string | undefined => {
    if (status === "error") return message;
    const failed = results.find((result) => result.status === "fail");
    if (failed?.name === stated) return mistaken(failed);
    return failed === undefined
      ? `passes \`${stated}\`, at which task.md says that it fails`
      : `fails at \`${failed.name}\`, not at \`${stated}\`: ${failed.wrong?.sentence}`;
  };
  return [{ exercise, file, options: { ...STARTER, only }, judged }];
}

function right(exercise: Exercise): Job[] {
  const { folder } = exercise;
  const others = filesIn(join(folder, "right")).filter((file) => canRun(file));
  const files = [join(folder, "solution.ts"), ...others].filter((file) => existsSync(file));
  const judged = ({ status, message, results }: Verdict): string | undefined => {
    if (status === "error") return message;
    const failed = results.find((result) => result.status === "fail");
    return failed && `fails at \`${failed.name}\`: ${failed.wrong?.sentence}`;
  };
  return files.map((file) => ({ exercise, file, options: RIGHT, judged }));
}

function wrong(exercise: Exercise, ids: readonly string[], report: Report): Job[] {
  return filesIn(join(exercise.folder, "wrong")).flatMap((file): Job[] => {
    const name = file.slice(exercise.folder.length + 1);
    const [id = ""] = name.slice("wrong/".length).split(".");
    if (!ids.includes(id)) {
      report(name, `is named after the check ${id}; there are: ${ids.join(", ")}`);
      return [];
    }
    const judged = ({ status, message, results }: Verdict): string | undefined => {
      if (status === "error") return message;
      const [result] = results;
      return result?.status === "fail"
        ? mistaken(result)
        : `passes \`${id}\`, the check that is there to reject it`;
    };
    return [{ exercise, file, options: { ...WRONG, only: [id] }, judged }];
  });
}

/** A check that throws by mistake rejects every answer, and says nothing. */
function mistaken({ name, wrong }: Result): string | undefined {
  return wrong?.sentence.startsWith(MISTAKE) ? `\`${name}\`: ${wrong.detail}` : undefined;
}

function canRun(file: string): boolean {
  if (!file.endsWith(".py") || runnable().includes("python")) return true;
  console.log(`python3 is missing: ${file} is skipped`);
  return false;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:ts|py)$/.test(name) && !name.startsWith("mine."))
    .sort()
    .map((name) => join(folder, name));
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
