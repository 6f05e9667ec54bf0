/**
 * How far a learner has come, as the last checks found it. It is remembered in `.netnotes/`, which git
 * ignores, by the content of the answer and of the check: what has changed since counts no more.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Exercise } from "@netnotes/course/exercise";
import { courseFolder } from "@netnotes/course/find-exercise";
import { answerTo, TwoAnswers } from "./answer.ts";
import type { Verdict } from "./verdict.ts";

/** Where an exercise stands. `changed`: begun, and not checked as it is now. */
export type Standing =
  | { readonly state: "not begun" | "changed" | "two answers" }
  | { readonly state: "passed" | "failed"; readonly passed: number; readonly total: number };

interface Remembered {
  readonly key: string;
  readonly passed: number;
  readonly total: number;
}

const FILE = join(courseFolder, "../.netnotes/progress.json");

/** @param file where it is remembered; the repository's own place unless told */
export function standingOf(exercise: Exercise, file: string = FILE): Standing {
  let answer: string | undefined;
  try {
    answer = answerTo(exercise);
  } catch (error) {
    if (error instanceof TwoAnswers) return { state: "two answers" };
    throw error;
  }
  if (answer === undefined) return { state: "not begun" };
  const last = read(file)[nameOf(exercise)];
  if (last?.key !== keyOf(exercise, answer)) return { state: "changed" };
  const { passed, total } = last;
  return { state: passed === total && total > 0 ? "passed" : "failed", passed, total };
}

/**
 * Remembers a verdict on an answer.
 *
 * @param key what the answer and the check were before they were run: `keyOf`
 */
export function remember(
  exercise: Exercise,
  key: string,
  { results }: Verdict,
  file: string = FILE,
): void {
  const passed = results.filter(({ status }) => status === "pass").length;
  const all = { ...read(file), [nameOf(exercise)]: { key, passed, total: results.length } };
  mkdirSync(join(file, ".."), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(all, null, 2)}\n`);
  renameSync(draft, file);
}

/** Changes whenever the answer or its check does. */
export function keyOf({ folder }: Exercise, answer: string): string {
  const hash = createHash("sha256").update(basename(answer));
  for (const file of [answer, join(folder, "check.ts")]) {
    hash.update("\0").update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}

function nameOf({ chapter, name }: Exercise): string {
  return `${chapter}/${name}`;
}

/** What can't be read is not known: the next check writes it anew. */
function read(file: string): Partial<Record<string, Remembered>> {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Partial<Record<string, Remembered>>;
  } catch {
    return {};
  }
}
