/**
 * `exercise NN.N --watch`: checks whenever the answer is saved, until Ctrl+C.
 *
 * The folder is watched, not the file: many editors save by writing a new file and renaming it over the
 * old one, and a watch on the old one would hear nothing any more.
 */
import { watch as watchFolder } from "node:fs";
import { setTimeout } from "node:timers";
import type { Exercise } from "@netnotes/course/exercise";
import { answerTo, TwoAnswers } from "@netnotes/exercises/answer";
import { keyOf } from "@netnotes/exercises/progress";
import { columns, show } from "../show.ts";
import { inSight, judged } from "./check.ts";
import { verdictPage } from "./verdict-page.ts";
import type { Words } from "./words.ts";

/** How long, in milliseconds, after an event a save is taken to be complete. */
const SETTLES = 60;

/** Clears a terminal, what has been scrolled away too. */
const CLEAR = "\x1b[2J\x1b[3J\x1b[H";

/** Returns at once; the watch lasts as long as this process. */
export function watch(exercise: Exercise, { seed }: Pick<Words, "seed">): void {
  let checked: string | undefined;
  let cut = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let shown = false;
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    const found = answerNow(exercise);
    if (found === undefined || found.key === checked) return;
    checked = found.key;
    // A run of what is no longer there tells nothing: the new one waits only until it is cleared away.
    cut.abort();
    const mine = (cut = new AbortController());
    last = last.then(async () => {
      const page = await pageOf(exercise, found.file, seed, mine.signal);
      if (page === undefined) return;
      if (shown && process.stdout.isTTY) process.stdout.write(CLEAR);
      shown = true;
      show(page);
    });
  }

  watchFolder(exercise.folder, () => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLES);
  });
  look();
}

/** @returns the lines to show; nothing when the run was cut off */
async function pageOf(
  exercise: Exercise,
  mine: string,
  seed: number | undefined,
  signal: AbortSignal,
): Promise<string[] | undefined> {
  if (signal.aborted) return undefined;
  try {
    const options = { signal, ...(seed === undefined ? {} : { seed }) };
    const verdict = await inSight(judged(exercise, mine, options));
    const after = "Watching: save to check again, Ctrl+C to end.";
    return [...verdictPage(exercise, mine, verdict, columns), "", after];
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

/** Nothing while an editor is between taking the old file away and putting the new one there. */
function answerNow(exercise: Exercise): { file: string; key: string } | undefined {
  try {
    const file = answerTo(exercise);
    return file === undefined ? undefined : { file, key: keyOf(exercise, file) };
  } catch (error) {
    if (error instanceof TwoAnswers) show([error.message]);
    else if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}
