/**
 * A learner's own answer: `mine.ts` or `mine.py`, beside the starter.
 */
import { constants, copyFileSync, existsSync, renameSync } from "node:fs";
import { extname, join } from "node:path";
import type { Exercise } from "@netnotes/course/exercise";

const ANSWERS = ["mine.ts", "mine.py"];

/** There are two answers, and nobody can know which one is meant. */
export class TwoAnswers extends Error {
  override readonly name = "TwoAnswers";

  constructor() {
    super(
      `${ANSWERS.join(" and ")} are both there: remove or rename the one that is not your answer`,
    );
  }
}

/**
 * The learner's answer to an exercise.
 *
 * @returns its absolute path; undefined before the exercise is begun
 * @throws {TwoAnswers} when there is one in each language
 */
export function answerTo({ folder }: Exercise): string | undefined {
  const [one, another] = ANSWERS.map((name) => join(folder, name)).filter((file) =>
    existsSync(file),
  );
  if (another !== undefined) throw new TwoAnswers();
  return one;
}

/**
 * Begins an exercise: copies its starter.
 *
 * @returns the copy's absolute path
 * @throws {Error} EEXIST when there is an answer already
 */
export function layStarter({ folder }: Exercise): string {
  const mine = join(folder, "mine.ts");
  copyFileSync(join(folder, "starter.ts"), mine, constants.COPYFILE_EXCL);
  return mine;
}

/**
 * Puts an answer aside, under a name with the time.
 *
 * @returns the new name's absolute path, such as `…/mine.2026-11-21T16-50-00.ts`
 */
export function putAside(mine: string, now: Date = new Date()): string {
  const extension = extname(mine);
  const stem = mine.slice(0, -extension.length);
  const time = now.toISOString().slice(0, 19).replaceAll(":", "-");
  const names = [time, ...Array.from({ length: 99 }, (_, at) => `${time}-${at + 2}`)];
  const free = names.map((name) => `${stem}.${name}${extension}`).find((file) => !existsSync(file));
  if (free === undefined) throw new Error(`too many copies of ${mine} of the same second`);
  renameSync(mine, free);
  return free;
}
