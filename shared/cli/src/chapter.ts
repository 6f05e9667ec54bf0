/**
 * `chapter` and `chapter NN`: what there is, and how to run it.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@netnotes/compile";
import { readCourse } from "@netnotes/course/chapter";
import { findChapter } from "@netnotes/course/find";
import { answer, UsageError } from "./answer.ts";
import { takeFlags } from "./flags.ts";
import { isHelp, showHelp } from "./help.ts";
import { chapterCommand } from "./invocation.ts";
import { listing } from "./listing.ts";
import { page } from "./page.ts";
import { readScenes } from "./scenes.ts";
import { columns, show } from "./show.ts";

/** @param words what was typed after `chapter`: a chapter and flags */
export function main(words: readonly string[]): Promise<void> {
  return answer(() => choose(words));
}

async function choose(words: readonly string[]): Promise<void> {
  const { way, trace, rest } = takeFlags(words);
  const typed = rest.find((word) => !word.startsWith("-") && !isHelp(word));
  const flag = rest.find((word) => word.startsWith("-"));
  if (rest.some(isHelp)) return showHelp(typed);
  if (flag === "--version" || flag === "-V") return show([version()]);
  if (flag !== undefined)
    throw new UsageError(`there is no ${flag} here: see ${chapterCommand} --help`);
  if (way !== undefined || trace) {
    const example = `${chapterCommand} ${typed ?? "01"} server --${way ?? "trace"}`;
    throw new UsageError(`which program? For example: ${example}`);
  }
  if (typed === undefined) return show(listing(readCourse(), columns));
  return showPage(typed);
}

async function showPage(typed: string): Promise<void> {
  const chapter = findChapter(typed);
  const course = readCourse();
  const next = course[course.findIndex(({ name }) => name === chapter.name) + 1];
  show(page(chapter, await readScenes(chapter), next, columns));
}

function version(): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  return version;
}
