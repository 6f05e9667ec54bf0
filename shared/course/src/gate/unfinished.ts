/**
 * Rule `unfinished`: what a scaffold has left to do is done.
 *
 * `pnpm chapter new` and `pnpm exercise new` write `To do:` wherever something has to be written, and the
 * gate lists each place with what belongs there.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem, Rule } from "./finding.ts";

const MARK = /\bTo do: ([^"]*?)\.?(?:".*)?$/;
const TEXT = /\.(?:md|json|ts|py)$/;
const NOT_OURS = /^(?:node_modules|\.turbo|received|test-results\.json|mine\..*)$/;

export const unfinished: Rule = (chapter) => filesUnder(chapter.folder).flatMap(marks);

function marks(file: string): Problem[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const what = MARK.exec(line)?.[1];
      return what === undefined ? [] : [{ file, line: index + 1, message: `still to do: ${what}` }];
    });
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return TEXT.test(entry.name) ? [path] : [];
  });
}
