/**
 * Rule `links`: what a README points to is there.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Problem, Rule } from "./finding.ts";
import { anchorsOf, linksOf } from "./markdown.ts";

export const links: Rule = (chapter) => brokenLinks(join(chapter.folder, "README.md"));

/** The links of a Markdown file to files and headings that do not exist; none if there is no such file. */
export function brokenLinks(file: string): Problem[] {
  if (!existsSync(file)) return [];
  return linksOf(readFileSync(file, "utf8"))
    .filter(({ target }) => !/^[a-z]+:/i.test(target))
    .flatMap(({ line, target }) => {
      const message = broken(file, target);
      return message === undefined ? [] : [{ file, line, message }];
    });
}

function broken(file: string, target: string): string | undefined {
  const [path = "", anchor] = target.split("#");
  const there = path === "" ? file : resolve(dirname(file), decodeURIComponent(path));
  if (!existsSync(there)) return `links to ${target}, which does not exist`;
  if (anchor === undefined || !there.endsWith(".md") || !statSync(there).isFile()) return undefined;
  return anchorsOf(readFileSync(there, "utf8")).has(decodeURIComponent(anchor))
    ? undefined
    : `links to ${target}, and no heading there has that name`;
}
