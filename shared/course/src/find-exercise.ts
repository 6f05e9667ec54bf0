/**
 * From what a person types to the exercise that it names.
 */
import { join, relative, resolve, sep } from "node:path";
import { root } from "@netnotes/compile";
import { type Chapter, chapterNames } from "./chapter.ts";
import { type Exercise, exercisesOf } from "./exercise.ts";
import { findChapter, nameOfChapter, UnknownName } from "./find.ts";
import { nearest } from "./nearest.ts";

/** The folder of the chapters: the repository's own, or the one that NETNOTES_COURSE names. */
export const courseFolder: string = process.env["NETNOTES_COURSE"] ?? join(root, "chapters");

/**
 * The exercise that `01.1`, `1.1`, `sockets.1`, `01.say-it-back`, or a path of its folder or of a file in
 * it names.
 *
 * @param folder the folder of the chapters; `courseFolder` unless told
 * @throws {UnknownName} whose `known` are numbers such as `01.1`
 */
export function findExercise(typed: string, folder: string = courseFolder): Exercise {
  return typed === "." || /[/\\]/.test(typed) ? atPath(typed, folder) : byName(typed, folder);
}

/** Every exercise of a course, by number. */
export function allExercises(folder: string = courseFolder): Exercise[] {
  return chapterNames(folder).flatMap((name) => exercisesOf(chapterNamed(name, folder)));
}

function atPath(typed: string, folder: string): Exercise {
  const path = resolve(typed);
  const all = allExercises(folder);
  const found = all.find((one) => path === one.folder || path.startsWith(one.folder + sep));
  return found ?? unknown(typed, all);
}

function byName(typed: string, folder: string): Exercise {
  const [chapter = "", wanted = "", ...more] = typed.split(".");
  if (wanted === "" || more.length > 0) return unknown(typed, allExercises(folder));
  const name = nameOfChapter(chapter, folder) ?? findChapter(chapter, folder).name;
  const there = exercisesOf(chapterNamed(name, folder));
  const found = there.find((one) => spellings(one).includes(wanted));
  return found ?? unknown(typed, there.length > 0 ? there : allExercises(folder));
}

function chapterNamed(name: string, folder: string): Pick<Chapter, "folder" | "number" | "name"> {
  return { folder: join(folder, name), number: name.slice(0, 2), name };
}

/** What one may type after the dot: 1, 01, say-it-back, 1-say-it-back. */
function spellings({ name, slug }: Exercise): string[] {
  const place = String(Number.parseInt(name, 10));
  return [place, place.padStart(2, "0"), slug, name];
}

function unknown(typed: string, all: readonly Exercise[]): never {
  const known = all.map(({ number }) => number);
  const names = all.flatMap(({ number, chapter, slug }) => [
    number,
    `${number.slice(0, 3)}${slug}`,
    `${chapter.slice(3)}.${slug}`,
    slug,
  ]);
  const meant = nearest(typed, names);
  const at = meant === undefined ? undefined : all[Math.floor(names.indexOf(meant) / 4)];
  const shown = typed.includes(sep) ? relative("", resolve(typed)) || "." : typed;
  throw new UnknownName("exercise", shown, known, at?.number);
}
