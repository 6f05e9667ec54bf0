/**
 * What the rules want to know of a program beyond its lines, from a real parser of its language.
 *
 * Lines would lie here: an import inside a string, an `await` inside a function, a message that only a
 * comment has.
 */
import type { Chapter } from "../chapter.ts";
import { outlinePython } from "./python-outline.ts";
import { type Source, sourcesOf } from "./sources.ts";
import { outlineTypeScript } from "./typescript-outline.ts";

export interface Import {
  readonly line: number;
  /** The module as it is written: `node:net`, `./request.ts`, `socket`, `.request`. */
  readonly from: string;
  /** Whether it comes with Python, or with Node. */
  readonly standard: boolean;
}

export interface Message {
  readonly line: number;
  readonly text: string;
}

export interface Outline {
  readonly imports: readonly Import[];
  /**
   * The texts of its string literals, each the longest piece between two inserted values. In Python only
   * those that a person or a peer reads: with Chinese in them, or words that are printed or sent.
   */
  readonly texts: readonly Message[];
  /** Whether it has `main` as its way writes it: `def main():`, `export function main()`. */
  readonly hasMain: boolean;
  /** Whether it runs main as its last statement: under the `__name__` guard, or `run(main)`. */
  readonly endsWithMain: boolean;
  /** Names of what a literal program can't have, with the line of each: `import.meta`, … */
  readonly forbidden: readonly Message[];
  /** The first thing that does not parse; everything else is empty then. */
  readonly error: Message | undefined;
}

const known = new WeakMap<Chapter, ReadonlyMap<string, Outline>>();

/** Outlines the Python sources of all chapters in one python3: each start of it takes longer than all the rest. */
export function outlineTogether(chapters: readonly Chapter[]): void {
  outlinePython(chapters.flatMap((chapter) => pythonOf(chapter).map(({ text }) => text)));
}

/**
 * The outlines of all sources of a chapter, by absolute path.
 *
 * Python's are missing where there is no python3; the rule `parses` says so.
 */
export function outlinesOf(chapter: Chapter): ReadonlyMap<string, Outline> {
  const outlines = known.get(chapter) ?? readOutlines(chapter);
  known.set(chapter, outlines);
  return outlines;
}

function readOutlines(chapter: Chapter): Map<string, Outline> {
  const python = pythonOf(chapter);
  const outlines = new Map<string, Outline>();
  outlinePython(python.map(({ text }) => text)).forEach((outline, at) => {
    if (outline !== undefined) outlines.set(python[at]?.file ?? "", outline);
  });
  for (const { file, text } of sourcesOf(chapter)) {
    if (!file.endsWith(".py")) outlines.set(file, outlineTypeScript(file, text));
  }
  return outlines;
}

function pythonOf(chapter: Chapter): Source[] {
  return sourcesOf(chapter).filter(({ file }) => file.endsWith(".py"));
}
