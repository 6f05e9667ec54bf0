/**
 * Rule `table`: the course's README leads from each heading of the notes to the programs made from it.
 *
 *     | note | heading  | program                                              |
 *     | ---- | -------- | ---------------------------------------------------- |
 *     | S1   | 服务器端 | [01 server](chapters/01-sockets/README.md#server) |
 *
 * The first two cells are those of a Python program's `From:` line; the third has a link, or several,
 * whose text is the chapter and a role, or several: `01 server, client`. Programs of ours need no row, and may have one.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { Chapter } from "../chapter.ts";
import { isNotes, originsOf } from "../header.ts";
import type { Course, Problem, Rule } from "./finding.ts";
import { linksOf, type Row, rowsOf } from "./markdown.ts";
import { programsOf } from "./sources.ts";

export const table: Rule = (chapter, course) => {
  if (!existsSync(course.readme)) return [];
  const rows = rowsOf(readFileSync(course.readme, "utf8"));
  return [...unlisted(chapter, course, rows), ...stale(chapter, course, rows)];
};

function unlisted(chapter: Chapter, course: Course, rows: readonly Row[]): Problem[] {
  const name = relative(dirname(course.readme), course.readme);
  return programsOf(chapter)
    .filter(({ way }) => way === "python")
    .flatMap(({ file, text, stem, lines }) =>
      originsOf(text)
        .filter(isNotes)
        .filter(
          ({ note, heading }) => !rows.some((row) => leads(row, note, heading, chapter, stem)),
        )
        .map(({ note, heading }) => ({
          file,
          line: lines.findIndex((line) => line.startsWith(`From: ${note}`)) + 1,
          message:
            `is in no row of ${name}'s table: ` +
            `| ${note} | ${heading} | [${chapter.number} ${stem}](chapters/${chapter.name}/README.md) |`,
        })),
    );
}

function leads(row: Row, note: string, heading: string, chapter: Chapter, role: string): boolean {
  const [first, second, ...others] = row.cells;
  if (first !== note || second !== heading) return false;
  return linksTo(chapter, others.join(" ")).includes(role);
}

function stale(chapter: Chapter, course: Course, rows: readonly Row[]): Problem[] {
  const roles = new Set(chapter.programs.map(({ role }) => role));
  return rows.flatMap(({ line, cells }) =>
    linksTo(chapter, cells.join(" "))
      .filter((role) => !roles.has(role))
      .map((role) => ({
        file: course.readme,
        line,
        message: `names ${chapter.number} ${role}, and chapter ${chapter.number} has no such program`,
      })),
  );
}

/** The roles in the links to a chapter: text `01 server, client`, target in that chapter's folder. */
function linksTo(chapter: Chapter, markdown: string): string[] {
  return linksOf(markdown)
    .filter(({ target }) => target.startsWith(`chapters/${chapter.name}/`))
    .flatMap(
      ({ text }) => /^\d\d ([a-z0-9, -]+)$/.exec(text.replaceAll("`", ""))?.[1]?.split(", ") ?? [],
    );
}
