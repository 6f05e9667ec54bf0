/**
 * `compare --help`.
 */
import { compareCommand } from "../invocation.ts";
import { table } from "../table.ts";

/** @param columns how many the terminal has */
export function help(columns: number): string[] {
  const forms = [
    ["", "lists the programs of all chapters"],
    ["NN", "lists those of one chapter"],
    ["NN PROGRAM", "its ways side by side, a row a step"],
  ].map(([form, what]) => [`${compareCommand} ${form}`.trimEnd(), what ?? ""]);
  return [
    "Usage:",
    ...table(forms, columns),
    "",
    "Options:",
    ...table(
      [
        ["--ways python,node", "only these, in this order"],
        ["--step bind,listen", "only these steps"],
        ["--html FILE", "writes a page for a browser; - is stdout"],
        ["--notes DIR", "shows your own copy of the notes above, where the program is from"],
        ["--width N", "lays it out for N columns; a pipe gets one way below the other unless told"],
      ],
      columns,
    ),
    "",
    "From 100 columns on two ways stand beside each other, from 150 on three. What is longer than the",
    "screen goes through $PAGER, or less.",
  ];
}
