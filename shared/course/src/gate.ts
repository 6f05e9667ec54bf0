/**
 * The content gate: the rules that hold for every chapter, so that ten chapters stay one course.
 *
 * It finds what types, lint and tests can't: that the three ways of a program are one program, that a
 * correction names a proof, that the README leads everywhere.
 */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { root } from "@netnotes/compile";
import { type Chapter, chapterNames, readChapter } from "./chapter.ts";
import { corrected } from "./gate/corrected.ts";
import { entry } from "./gate/entry.ts";
import { exercises } from "./gate/exercises.ts";
import type { Course, Finding, Problem, Rule } from "./gate/finding.ts";
import { heading } from "./gate/heading.ts";
import { imports } from "./gate/imports.ts";
import { layout } from "./gate/layout.ts";
import { brokenLinks, links } from "./gate/links.ts";
import { manifest } from "./gate/manifest.ts";
import { messages } from "./gate/messages.ts";
import { names } from "./gate/names.ts";
import { options } from "./gate/options.ts";
import { outlineTogether } from "./gate/outline.ts";
import { parses } from "./gate/parses.ts";
import { ports } from "./gate/ports.ts";
import { readme } from "./gate/readme.ts";
import { scenes } from "./gate/scenes.ts";
import { size } from "./gate/size.ts";
import { steps } from "./gate/steps.ts";
import { table } from "./gate/table.ts";
import { twins } from "./gate/twins.ts";
import { unfinished } from "./gate/unfinished.ts";

export type { Course, Finding, Problem, Rule } from "./gate/finding.ts";

/** Every rule that looks at a chapter, by its name. Beside them is `course`, on what chapters there are. */
export const RULES: Readonly<Record<string, Rule>> = {
  layout,
  manifest,
  names,
  parses,
  twins,
  heading,
  options,
  ports,
  scenes,
  entry,
  steps,
  corrected,
  messages,
  imports,
  size,
  readme,
  links,
  table,
  exercises,
  unfinished,
};

/**
 * Checks every chapter of a course by every rule.
 *
 * @param folder absolute path of the folder of the chapters; the repository's own unless told
 * @param courseReadme absolute path of the README that has the table note → heading → program
 * @returns what is wrong, by file and line; nothing when all is well
 */
export function checkCourse(
  folder: string = join(root, "chapters"),
  courseReadme: string = join(root, "README.md"),
): Finding[] {
  const { chapters, problems } = readChapters(folder);
  outlineTogether(chapters);
  const course: Course = { chapters, readme: courseReadme };
  const home = dirname(courseReadme);
  return [
    ...named("course", home, [...problems, ...strangers(folder), ...sameNumber(chapters)]),
    ...named("links", home, brokenLinks(courseReadme)),
    ...named("table", home, existsSync(courseReadme) ? [] : [noTable(courseReadme)]),
    ...Object.entries(RULES).flatMap(([name, rule]) =>
      named(
        name,
        home,
        chapters.flatMap((chapter) => rule(chapter, course)),
      ),
    ),
  ].sort(byPlace);
}

/** One whose package.json is not JSON can't be read, and the others still can. */
function readChapters(folder: string): { chapters: Chapter[]; problems: Problem[] } {
  const chapters: Chapter[] = [];
  const problems: Problem[] = [];
  for (const name of chapterNames(folder)) {
    try {
      chapters.push(readChapter(join(folder, name)));
    } catch (error) {
      const file = join(folder, name, "package.json");
      problems.push({ file, line: 1, message: (error as Error).message.replace(`${file} `, "") });
    }
  }
  return { chapters, problems };
}

function strangers(folder: string): Problem[] {
  const known = new Set(chapterNames(folder));
  return readdirSync(folder)
    .filter((name) => !known.has(name) && !name.startsWith("mine."))
    .filter((name) => !isLeftover(join(folder, name)))
    .map((name) => ({
      file: join(folder, name),
      line: 1,
      message: "is no chapter: that is a folder such as 05-udp with a package.json",
    }));
}

/** A folder in which only what git ignores is left, after changing branches. */
function isLeftover(path: string): boolean {
  try {
    return readdirSync(path).every((name) => name === "node_modules" || name.startsWith("."));
  } catch {
    return false; // a file
  }
}

function sameNumber(chapters: readonly Chapter[]): Problem[] {
  return chapters
    .filter(({ number }, at) => chapters[at - 1]?.number === number)
    .map(({ folder, number }) => ({
      file: folder,
      line: 1,
      message: `is a second chapter ${number}: numbers name chapters`,
    }));
}

function noTable(file: string): Problem {
  return { file, line: 1, message: "is missing: it has the table note → heading → program" };
}

function named(rule: string, home: string, problems: readonly Problem[]): Finding[] {
  return problems.map(({ file, line, message }) => ({
    rule,
    file: relative(home, file).split(sep).join("/"),
    line,
    message,
  }));
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.rule < b.rule ? -1 : 1);
}
