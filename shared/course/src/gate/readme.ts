/**
 * Rule `readme`: the lesson names every program and every proof of its chapter, and none that is not there.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Chapter } from "../chapter.ts";
import type { Problem, Rule } from "./finding.ts";
import { namedIn, proseLines, rowsOf } from "./markdown.ts";
import { lineOf } from "./sources.ts";

export const readme: Rule = (chapter) => {
  const file = join(chapter.folder, "README.md");
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  const named = namedIn(text);
  const titled = new RegExp(`^# ${chapter.number} \\S`).test(text);
  const unnamed = [
    ...chapter.programs.map(({ role }) => ({ what: "program", name: role })),
    ...chapter.proofs.map(({ name }) => ({ what: "proof", name })),
  ].filter(({ name }) => !named.has(name));
  return [
    ...(titled ? [] : [`must begin with its title: "# ${chapter.number} …"`]),
    ...unnamed.map(
      ({ what, name }) =>
        `does not name the ${what} ${name}: give it a section, or \`${name}\` in one`,
    ),
  ]
    .map((message): Problem => ({ file, line: 1, message }))
    .concat(goneProofs(chapter, file, text), goneCommands(chapter, file, text));
};

/** Rows of the section "Proofs", of proofs that are not there. */
function goneProofs({ number, proofs }: Chapter, file: string, text: string): Problem[] {
  const lines = proseLines(text);
  const start = lines.indexOf("## Proofs") + 1;
  if (start === 0) return [];
  const next = lines.findIndex((line, at) => at >= start && line.startsWith("## "));
  return rowsOf(text).flatMap(({ line, cells: [first = ""] }) => {
    const name = /^`([^`]+)`$/.exec(first)?.[1];
    const isHere = line > start && (next < 0 || line <= next);
    if (!isHere || name === undefined || proofs.some((proof) => proof.name === name)) return [];
    return [
      { file, line, message: `names the proof ${name}, and chapter ${number} has none such` },
    ];
  });
}

/** `pnpm chapter 01 WORD` with a word that is none of the chapter's. */
function goneCommands({ number, programs }: Chapter, file: string, text: string): Problem[] {
  const known = new Set(["demo", "proof", ...programs.map(({ role }) => role)]);
  const typed = [...text.matchAll(new RegExp(`\\bpnpm chapter ${number} ([a-z][a-z-]*)`, "g"))];
  return typed
    .filter(([, word = ""]) => !known.has(word))
    .map(([command, word]) => ({
      file,
      line: lineOf(text, command),
      message: `runs "${command}", and chapter ${number} has no program ${word}`,
    }));
}
