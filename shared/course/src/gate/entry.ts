/**
 * Rule `entry`: where a program begins.
 *
 * Threads and child processes load a literal program's own file, as multiprocessing imports a Python
 * one: what it does stands in `main`, and the last line runs it.
 */
import type { Rule } from "./finding.ts";
import { type Outline, outlinesOf } from "./outline.ts";
import { type Source, sourcesOf } from "./sources.ts";

export const entry: Rule = (chapter) =>
  sourcesOf(chapter).flatMap((source) => {
    const outline = outlinesOf(chapter).get(source.file);
    if (outline === undefined || outline.error) return [];
    return [...beginnings(source, outline), ...impossible(source, outline)].map((problem) => ({
      file: source.file,
      ...problem,
    }));
  });

type Found = { line: number; message: string };

function beginnings({ kind, way, lines }: Source, outline: Outline): Found[] {
  const isProof = kind === "proof";
  if (!isProof && (kind !== "program" || way === "node")) return [];
  const python = way === "python";
  const found: Found[] = [];
  if (!outline.hasMain && !isProof) {
    const form = python ? "def main():" : "export function main(): void {";
    found.push({ line: 1, message: `has no main: what it does stands in ${form}` });
  }
  if (!outline.endsWithMain) {
    const form = python ? 'if __name__ == "__main__": main()' : "run(main);";
    found.push({ line: lines.length, message: `its last statement must be ${form}` });
  }
  return found;
}

function impossible({ way }: Source, { forbidden }: Outline): Found[] {
  if (way !== "literal") return [];
  return forbidden.map(({ line, text }) => ({
    line,
    message: `has ${text}: a literal program also runs compiled, in workers, where that is impossible`,
  }));
}
