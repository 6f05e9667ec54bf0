/**
 * `chapter --help`, and `chapter NN --help` with that chapter's own commands.
 */
import { type Chapter, chapterNames } from "@netnotes/course/chapter";
import { findChapter } from "@netnotes/course/find";
import { invocation } from "./invocation.ts";
import { commands } from "./page.ts";
import { readScenes } from "./scenes.ts";
import { columns, show } from "./show.ts";
import { table } from "./table.ts";

const FORMS = [
  ["", "lists the chapters"],
  ["NN", "one chapter: its programs, scenes, proofs, exercises"],
  ["NN PROGRAM [WAY] [--trace] …", "runs a program"],
  ["NN demo [SCENE] [WAY]", "plays a scene, the first unless told"],
  ["NN proof [PROOF] [--trace] …", "runs a proof, or lists them"],
];

export function isHelp(word: string): boolean {
  return word === "--help" || word === "-h" || word === "help";
}

/**
 * @param typed the chapter whose commands are the examples, or the first one
 * @throws {UnknownName} when there is no such chapter
 */
export async function showHelp(typed = chapterNames()[0] ?? ""): Promise<void> {
  const chapter = findChapter(typed);
  show(help(chapter, Object.keys(await readScenes(chapter)), columns));
}

function help(chapter: Chapter, scenes: readonly string[], columns: number): string[] {
  const forms = FORMS.map(([form, what]) => [`${invocation} ${form}`.trimEnd(), what ?? ""]);
  const { number, slug, name } = chapter;
  const spellings = [...new Set([String(Number(number)), number, slug, name])].join(", ");
  return [
    "Usage:",
    ...table(forms, columns),
    "",
    `NN is a chapter's number or its name: ${spellings} mean the same.`,
    "WAY is --python, --literal (unless told) or --node; a scene may mix them:",
    "--server python --client node. --trace prints each system call (literal only).",
    "Every other argument is the program's own, and so is everything after --.",
    "",
    "Examples:",
    ...table(commands(chapter, scenes), columns),
  ];
}
