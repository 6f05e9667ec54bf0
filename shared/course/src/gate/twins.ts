/**
 * Rule `twins`: a program exists in all three ways, or package.json says why not.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Chapter, fileOf, type Program, type Way, WAYS } from "../chapter.ts";
import { readPackage } from "../package.ts";
import type { Problem, Rule } from "./finding.ts";
import { lineOf } from "./sources.ts";

export const twins: Rule = (chapter) => [
  ...chapter.programs.flatMap((program) => unexplained(chapter, program)),
  ...Object.entries(readPackage(chapter.folder).netnotes?.without ?? {}).flatMap(
    ([role, reasons]) =>
      Object.entries(reasons).flatMap(([way, reason]) => {
        const message = wrongReason(chapter, role, way, reason);
        return message === undefined ? [] : [inPackage(chapter, role, message)];
      }),
  ),
];

function unexplained(chapter: Chapter, { role, files, without }: Program): Problem[] {
  return WAYS.filter((way) => files[way] === undefined && without[way] === undefined).map((way) => {
    const file = fileOf(chapter.folder, way, role);
    const message = existsSync(file)
      ? "reads no arguments, as a part does: a program has an ArgumentParser, or parseArgs"
      : `is missing: write it, or say why not in package.json, "netnotes": ` +
        `{"without": {"${role}": {"${way}": "…"}}}`;
    return { file, line: 1, message };
  });
}

function wrongReason(
  chapter: Chapter,
  role: string,
  way: string,
  reason: string,
): string | undefined {
  if (!isWay(way)) return `"without" for ${role} names ${way}, which is no way: ${WAYS.join(", ")}`;
  if (!chapter.programs.some((program) => program.role === role)) {
    return `"without" names ${role}, and there is no such program in any way`;
  }
  const file = fileOf(chapter.folder, way, role);
  if (existsSync(file)) {
    return `"without" excuses ${relative(chapter.folder, file)}, but it is there: take the excuse out`;
  }
  return String(reason).trim() === ""
    ? `"without" gives no reason for ${role} in ${way}: it is printed to whoever asks for it`
    : undefined;
}

function inPackage(chapter: Chapter, role: string, message: string): Problem {
  const file = join(chapter.folder, "package.json");
  const text = readFileSync(file, "utf8");
  const start = text.indexOf('"without"');
  const line = lineOf(text, '"without"') + lineOf(text.slice(start), `"${role}"`) - 1;
  return { file, line, message };
}

function isWay(way: string): way is Way {
  return (WAYS as readonly string[]).includes(way);
}
