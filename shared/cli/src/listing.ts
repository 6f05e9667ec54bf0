/**
 * `chapter`: all chapters, each with its programs and proofs.
 */
import type { Chapter } from "@netnotes/course/chapter";
import { colour } from "./colour.ts";
import { chapterCommand } from "./invocation.ts";
import { table } from "./table.ts";

/** @param columns how many the terminal has */
export function listing(course: readonly Chapter[], columns: number): string[] {
  const first = course[0]?.number ?? "01";
  return [
    ...course.flatMap((chapter) => [...entry(chapter, columns), ""]),
    `${chapterCommand} ${first} server     runs a program; --python, --node: in another way`,
    `${chapterCommand} ${first}            tells more about one chapter`,
  ];
}

function entry({ number, title, programs, proofs }: Chapter, columns: number): string[] {
  const rows = programs.map(({ role, summary }) => [colour.cyan(role), summary]);
  const names = proofs.map(({ name }) => name).join(", ");
  if (names !== "") rows.push([colour.dim("proofs"), names]);
  return [colour.bold(`${number} ${title}`), ...table(rows, columns)];
}
