/**
 * Rule `manifest`: a chapter's package.json is like every other chapter's.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPackage } from "../package.ts";
import type { Rule } from "./finding.ts";
import { lineOf } from "./sources.ts";

export const manifest: Rule = (chapter) => {
  const file = join(chapter.folder, "package.json");
  if (!existsSync(file)) return [];
  const text = readFileSync(file, "utf8");
  const { name, description, scripts, netnotes } = readPackage(chapter.folder);
  const expected: [path: string, is: string | undefined, mustBe: string][] = [
    ["name", name, `@netnotes/${chapter.name}`],
    ["server", scripts?.["server"], "tsx literal/server.ts"],
    ["client", scripts?.["client"], "tsx literal/client.ts"],
    ["test", scripts?.["test"], `vitest run --root ../.. --project ${chapter.name}`],
  ];
  const wrong = expected
    .filter(([, is, mustBe]) => is !== mustBe)
    .map(([key, , mustBe]) => ({
      line: lineOf(text, `"${key}"`),
      message: `"${key}" must be "${mustBe}", as in every chapter`,
    }));
  const strange = Object.keys(netnotes ?? {})
    .filter((key) => key !== "without" && key !== "files")
    .map((key) => ({
      line: lineOf(text, `"${key}"`),
      message: `"netnotes.${key}" means nothing: there are "without" and "files"`,
    }));
  const blank = description?.trim()
    ? []
    : [
        {
          line: lineOf(text, '"description"'),
          message: '"description" is empty: say in a line what the chapter is about',
        },
      ];
  return [...wrong, ...blank, ...strange].map((problem) => ({ file, ...problem }));
};
