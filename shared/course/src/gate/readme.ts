/**
 * Rule `readme`: the lesson names every program and every proof of its chapter.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "./finding.ts";
import { namedIn } from "./markdown.ts";

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
  ].map((message) => ({ file, line: 1, message }));
};
