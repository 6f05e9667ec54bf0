/**
 * The exercises of a chapter as they lie on disk: folders such as `exercises/1-say-it-back`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Chapter } from "./chapter.ts";

export interface Exercise {
  /** `01.1`: what a person types. */
  readonly number: string;
  /** `say-it-back` */
  readonly slug: string;
  /** `1-say-it-back`: its folder's name. */
  readonly name: string;
  /** `01-sockets`: the chapter's name. */
  readonly chapter: string;
  /** The task's heading: `Say it back`. */
  readonly title: string;
  /** Absolute path. */
  readonly folder: string;
}

const EXERCISE_NAME = /^(\d+)-([a-z0-9-]+)$/;

/** The exercises of a chapter, by number. */
export function exercisesOf({
  folder,
  number,
  name,
}: Pick<Chapter, "folder" | "number" | "name">): Exercise[] {
  return exerciseNames(folder)
    .map((exercise) => readExercise(join(folder, "exercises", exercise), number, name, exercise))
    .sort((a, b) => placeOf(a.name) - placeOf(b.name));
}

/** The names of a chapter's folders of exercises, in no order. */
export function exerciseNames(chapterFolder: string): string[] {
  const folder = join(chapterFolder, "exercises");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => EXERCISE_NAME.test(name));
}

/** What `1-say-it-back` counts as among its chapter's exercises: 1. */
export function placeOf(name: string): number {
  return Number.parseInt(name, 10);
}

function readExercise(folder: string, number: string, chapter: string, name: string): Exercise {
  const slug = EXERCISE_NAME.exec(name)?.[2] ?? name;
  const task = join(folder, "task.md");
  const heading = existsSync(task) ? /^# (.+)$/m.exec(readFileSync(task, "utf8"))?.[1] : undefined;
  return {
    number: `${number}.${placeOf(name)}`,
    slug,
    name,
    chapter,
    title: heading ?? slug,
    folder,
  };
}
