/**
 * Rule `messages`: what the Python way says, the other ways say word for word.
 *
 * Its clients and servers speak to each other and are tested with one set of expectations.
 */
import { dirname, relative, resolve } from "node:path";
import type { Chapter, Program } from "../chapter.ts";
import type { Problem, Rule } from "./finding.ts";
import { outlinesOf } from "./outline.ts";

export const messages: Rule = (chapter) =>
  chapter.programs.flatMap((program) =>
    [program.files.literal, program.files.node].flatMap((file) =>
      file === undefined ? [] : unsaid(chapter, program, file),
    ),
  );

function unsaid(chapter: Chapter, { files }: Program, file: string): Problem[] {
  const python = outlinesOf(chapter).get(files.python ?? "");
  if (outlinesOf(chapter).get(file)?.error || python === undefined) return [];
  const said = textsOf(chapter, file);
  return python.texts
    .filter(({ text }) => !said.some((one) => one.includes(text)))
    .map(({ line, text }) => {
      const where = relative(chapter.folder, files.python ?? "");
      return { file, line: 1, message: `does not say "${text}", as ${where} does on line ${line}` };
    });
}

/** The texts of a program and of the parts that it imports. */
function textsOf(chapter: Chapter, file: string, seen = new Set<string>()): string[] {
  const outline = outlinesOf(chapter).get(file);
  if (outline === undefined || seen.has(file)) return [];
  seen.add(file);
  const parts = outline.imports
    .filter(({ from }) => from.startsWith("./"))
    .flatMap(({ from }) => textsOf(chapter, resolve(dirname(file), from), seen));
  return [...outline.texts.map(({ text }) => text), ...parts];
}
