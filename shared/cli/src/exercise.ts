/**
 * `exercise …`: what a learner does with exercises. Each part is loaded when it is needed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nameOfChapter } from "@netnotes/course/find";
import type { Exercise } from "@netnotes/course/exercise";
import { allExercises, courseFolder, findExercise } from "@netnotes/course/find-exercise";
import { answerTo, layStarter, putAside, TwoAnswers } from "@netnotes/exercises/answer";
import { answer, UsageError } from "./answer.ts";
import { begun, reset, shown, USAGE } from "./exercise/begin.ts";
import { listing, next, NOTHING_LEFT } from "./exercise/listing.ts";
import { readWords, type Words } from "./exercise/words.ts";
import { allowed } from "./file-failure.ts";
import { columns, show } from "./show.ts";

/**
 * Exit status 0 when all that was asked for passes, 1 when something fails, 2 for wrong usage.
 *
 * @param words what was typed after `exercise`
 */
export function main(words: readonly string[]): Promise<void> {
  return answer(async () => {
    try {
      await choose(readWords(words));
    } catch (error) {
      if (error instanceof TwoAnswers) throw new UsageError(error.message);
      throw error;
    }
  });
}

async function choose(words: Words): Promise<void> {
  const { act, typed, all } = words;
  if (act === "help") return show(USAGE);
  const chapter = typed === "" ? undefined : nameOfChapter(typed, courseFolder);
  const asked = allExercises().filter((one) => chapter === undefined || one.chapter === chapter);
  if (all) {
    if (typed !== "" && chapter === undefined)
      throw new UsageError("--all takes a chapter, or nothing");
    const { checkAll } = await import("./exercise/check-all.ts");
    return checkAll(asked, words);
  }
  if (typed === "" || chapter !== undefined) {
    const [report] = words.reports;
    if (report)
      throw new UsageError(`--report ${report.form} goes with one exercise, or with --all`);
    return show(listing(asked, columns));
  }
  const exercise = typed === "next" ? next(allExercises()) : findExercise(typed);
  return exercise === undefined ? show([NOTHING_LEFT]) : withOne(exercise, words);
}

async function withOne(exercise: Exercise, words: Words): Promise<void> {
  switch (words.act) {
    case "task":
    case "hint":
      return show([readFileSync(join(exercise.folder, `${words.act}.md`), "utf8").trimEnd()]);
    case "solution": {
      const { solution } = await import("./exercise/solution.ts");
      return show(solution(exercise, answerTo(exercise)));
    }
    case "reset": {
      const mine = answerTo(exercise);
      const aside = mine && allowed("--reset", shown(mine), () => putAside(mine));
      return show(reset(exercise, begin(exercise), aside));
    }
    case "run": {
      const { runAnswer } = await import("./exercise/run-answer.ts");
      return runAnswer(exercise, words);
    }
    case "watch": {
      const { watch } = await import("./exercise/watch.ts");
      if (answerTo(exercise) === undefined) show(begun(exercise, begin(exercise), columns));
      return watch(exercise, words);
    }
    default: {
      const mine = answerTo(exercise);
      if (mine === undefined && words.reports.length === 0) {
        return show(begun(exercise, begin(exercise), columns));
      }
      const { check } = await import("./exercise/check.ts");
      return check(exercise, mine, words);
    }
  }
}

function begin(exercise: Exercise): string {
  return allowed("mine.ts", shown(exercise.folder), () => layStarter(exercise));
}
