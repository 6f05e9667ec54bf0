/**
 * Rule `heading`: a program's leading comment says what it does, how to run it and where it is from.
 */
import { basename } from "node:path";
import type { Chapter } from "../chapter.ts";
import { commandsOf, headerOf, isNotes, originsOf, summaryOf } from "../header.ts";
import type { Rule } from "./finding.ts";
import { type Source, sourcesOf } from "./sources.ts";

export const heading: Rule = (chapter) =>
  sourcesOf(chapter).flatMap((source) => {
    if (source.kind === "test" || source.kind === "demo") return [];
    const messages = headerOf(source.text) === "" ? [NO_COMMENT] : wrong(chapter, source);
    return messages.map((message) => ({ file: source.file, line: 1, message }));
  });

const NO_COMMENT = "begins with no comment: say in a sentence what it does";

function wrong(chapter: Chapter, source: Source): string[] {
  const isProgram = source.kind === "program";
  return [
    ...wrongStart(source),
    ...(isProgram ? wrongCommands(chapter, source) : []),
    ...(isProgram && source.way === "python" ? wrongOrigin(source) : []),
  ];
}

function wrongStart({ text }: Source): string[] {
  return /^[^a-z].*[.!?]$/.test(summaryOf(text))
    ? []
    : ["its leading comment does not begin with a sentence: capital first, full stop last"];
}

function wrongCommands(chapter: Chapter, { text, stem, way }: Source): string[] {
  const flag = way === "literal" ? "" : ` --${way}`;
  const command = `pnpm chapter ${chapter.number} ${stem}${flag}`;
  const own = commandsOf(text).map((line) => line.split(/\s+/));
  const runs = own.filter(([, , number, role]) => number === chapter.number && role === stem);
  const right = runs.filter((words) =>
    ["--python", "--node"].every((word) => words.includes(word) === (` ${word}` === flag)),
  );
  if (right.length > 0 && right.length === runs.length) return [];
  return [`its leading comment must say how to run it, on an indented line: ${command}`];
}

/** Only Python's programs say it: they are the notes'. */
function wrongOrigin({ file, text }: Source): string[] {
  const origins = originsOf(text);
  const example = `"From: S1, 端口复用", or "From: ours"`;
  if (origins.length === 0)
    return [`its leading comment must end with where it is from: ${example}`];
  return origins
    .filter((origin) => origin.note !== "ours" && !isNotes(origin))
    .map(() => `${basename(file)} must name a note (S0 to S4) and its heading: ${example}`);
}
