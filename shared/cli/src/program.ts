/**
 * `chapter NN ROLE …`: runs one program in this process.
 *
 * This is the way from the command to a program's first line, so it reads no more than it needs: one
 * chapter, not the course.
 */
import { command, environment } from "@netnotes/course/command";
import { findChapter, findFile, findProgram } from "@netnotes/course/find";
import { run } from "@netnotes/course/run";
import { answer, UsageError } from "./answer.ts";
import { takeFlags } from "./flags.ts";
import { chapterCommand } from "./invocation.ts";
import { becomePython } from "./python.ts";
import { tracedByHand } from "./trace.ts";

/** @param words what was typed after `chapter` */
export function main(words: readonly string[]): Promise<void> {
  return answer(() => startProgram(words));
}

async function startProgram(words: readonly string[]): Promise<void> {
  const { way = "literal", trace, rest } = takeFlags(words);
  const [chapter = "", role = "", ...args] = rest;
  const program = findProgram(findChapter(chapter), role);
  const file = findFile(program, way);
  if (trace && way !== "literal") throw new UsageError(tracedByHand(file, args));
  for (const [name, value] of Object.entries(environment(file, args))) {
    process.env[name] = value.replace("pnpm chapter", chapterCommand);
  }
  if (trace) process.env["NETNOTES_TRACE"] = "1";
  if (way === "python") await becomePython(command(file, args));
  else await run(file, args);
}
