/**
 * What can be compared: the programs of all chapters, or of one.
 */
import { type Chapter, WAYS } from "@netnotes/course/chapter";
import { colour } from "../colour.ts";
import { compareCommand } from "../invocation.ts";
import { table } from "../table.ts";

/** @param columns how many the terminal has */
export function listing(course: readonly Chapter[], columns: number): string[] {
  const rows = course.map(({ number, slug, programs }) => [
    number,
    colour.cyan(slug),
    programs.map(({ role }) => role).join(", "),
  ]);
  return [
    ...table(rows, columns),
    "",
    `${compareCommand} ${course[0]?.number ?? "01"} server     puts the ways of a program side by side`,
  ];
}

/**
 * One chapter's: `server  python literal node  Greets one client.`
 *
 * @param columns how many the terminal has
 */
export function programs({ number, title, programs: all }: Chapter, columns: number): string[] {
  const rows = all.map(({ role, files, summary }) => {
    const ways = WAYS.map((way) => (files[way] === undefined ? "-".padEnd(way.length) : way));
    return [colour.cyan(role), ways.join(" "), summary];
  });
  return [
    colour.bold(`${number} ${title}`),
    ...table(rows, columns),
    "",
    ...table(
      [
        [`${compareCommand} ${number} ${all[0]?.role}`, "side by side, step by step"],
        [
          `${compareCommand} ${number} ${all[0]?.role} --html FILE`,
          "the same as a page for a browser",
        ],
      ],
      columns,
    ),
  ];
}
