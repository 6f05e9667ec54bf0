/**
 * Rule `imports`: what a chapter's files may take from elsewhere.
 */
import { dirname, relative, resolve, sep } from "node:path";
import type { Chapter } from "../chapter.ts";
import type { Problem, Rule } from "./finding.ts";
import { type Import, outlinesOf } from "./outline.ts";
import { type Source, sourceAt, sourcesOf } from "./sources.ts";

/** Files, paths, digests: what stdlib does not teach and no system call of the lesson hides in. */
const BESIDE_STDLIB = /^node:(?:fs|path|os|crypto)$/;
/** What Node lacks, from npm: it writes no GBK (our codecs do), and knows no columns of a terminal. */
const BESIDE_NODE = /^(?:iconv-lite|string-width)$/;
const STDLIB = /^@netnotes\/stdlib\/[a-z]+$/;
const PROOF = "@netnotes/course/proof";

export const imports: Rule = (chapter) =>
  sourcesOf(chapter).flatMap((source) => {
    const found = outlinesOf(chapter).get(source.file)?.imports ?? [];
    return found.flatMap(({ line, from, standard }): Problem[] => {
      const message = wrongImport(chapter, source, { line, from, standard });
      return message === undefined ? [] : [{ file: source.file, line, message }];
    });
  });

function wrongImport(chapter: Chapter, source: Source, { from, standard }: Import) {
  if (leaves(chapter, source, from)) {
    return `imports ${from}, which is outside: chapters take nothing from other chapters`;
  }
  if (isPart(chapter, source, from)) return undefined;
  if (source.kind === "test" || source.kind === "demo") return undefined;
  if (source.kind === "proof") {
    const allowed =
      STDLIB.test(from) ||
      from === PROOF ||
      from.startsWith("node:") ||
      from.startsWith("../literal/");
    return allowed ? undefined : `imports ${from}: a proof uses stdlib, ${PROOF} and node: only`;
  }
  switch (source.way) {
    case "python":
      return standard
        ? undefined
        : `imports ${from}: the Python way uses the standard library and its own parts only`;
    case "node":
      if (from.startsWith("node:") || BESIDE_NODE.test(from)) return undefined;
      return standard
        ? `imports ${from}: write node:${from}`
        : `imports ${from}: the node way uses node:, iconv-lite, string-width and its own parts only`;
    default:
      return STDLIB.test(from) ||
        /^(?:argparse|string-width)$/.test(from) ||
        BESIDE_STDLIB.test(from)
        ? undefined
        : `imports ${from}: the literal way uses @netnotes/stdlib/…, argparse, string-width, its own ` +
            "parts, and of node: fs, path, os and crypto";
  }
}

/** Whether it is another chapter's, or a file outside of this one. */
function leaves(chapter: Chapter, { file }: Source, from: string): boolean {
  if (/^@netnotes\/\d\d-/.test(from)) return true;
  if (!/^\.\.?\//.test(from) || file.endsWith(".py")) return false;
  return relative(chapter.folder, resolve(dirname(file), from)).startsWith(`..${sep}`);
}

/** A part lies in the same folder and is no program itself. */
function isPart(chapter: Chapter, { file, way }: Source, from: string): boolean {
  const name = file.endsWith(".py") ? `${from.replace(/^\./, "")}.py` : from;
  const part = sourceAt(chapter, resolve(dirname(file), name));
  return part?.kind === "part" && part.way === way;
}
