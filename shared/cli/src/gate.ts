/**
 * `gate`: checks that every chapter is as the course promises, and says what is not.
 */
import { parseArgs } from "node:util";
import { type Chapter, readCourse } from "@netnotes/course/chapter";
import { checkCourse } from "@netnotes/course/gate";
import type { Finding } from "@netnotes/course/gate/finding";
import { answer, UsageError } from "./answer.ts";
import { colour } from "./colour.ts";
import { show } from "./show.ts";

const HELP = `Usage: pnpm gate

Checks the chapters without running them: that each program has its ways, that the ways have the same
steps, that headers, proofs, scenes and READMEs are there and agree. Exit status 1 when something is found.`;

/** @param words what was typed after `gate` */
export function main(words: readonly string[]): Promise<void> {
  return answer(() => {
    if (asksForHelp(words)) return show([HELP]);
    const findings = checkCourse();
    show([
      ...grouped(findings),
      findings.length > 0 ? count(findings.length, "finding") : praise(readCourse()),
    ]);
    process.exitCode = findings.length > 0 ? 1 : 0;
  });
}

function asksForHelp(words: readonly string[]): boolean {
  try {
    const options = { help: { type: "boolean", short: "h" } } as const;
    return parseArgs({ args: [...words], options }).values.help === true;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${HELP}`);
  }
}

/** One line a finding, `file:line  message (rule)`; an empty line after each file. */
function grouped(findings: readonly Finding[]): string[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  }
  return [...byFile.values()].flatMap((those) => [
    ...those
      .toSorted((a, b) => a.line - b.line)
      .map(
        ({ file, line, message, rule }) => `${file}:${line}  ${message} ${colour.dim(`(${rule})`)}`,
      ),
    "",
  ]);
}

function praise(course: readonly Chapter[]): string {
  const programs = course.flatMap((chapter) => chapter.programs).length;
  const proofs = course.flatMap((chapter) => chapter.proofs).length;
  const counts = [
    count(course.length, "chapter"),
    count(programs, "program"),
    count(proofs, "proof"),
  ];
  return `the course is well formed: ${counts.join(", ")}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
