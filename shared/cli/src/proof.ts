/**
 * `chapter NN proof [NAME]`: runs one proof in this process, or lists them.
 */
import type { Chapter } from "@netnotes/course/chapter";
import { findChapter, findProof } from "@netnotes/course/find";
import { run } from "@netnotes/course/run";
import { answer, UsageError } from "./answer.ts";
import { colour } from "./colour.ts";
import { takeFlags } from "./flags.ts";
import { isHelp, showHelp } from "./help.ts";
import { columns, show } from "./show.ts";
import { table } from "./table.ts";

/** @param words what was typed after `chapter` */
export function main(words: readonly string[]): Promise<void> {
  return answer(() => choose(words));
}

async function choose(words: readonly string[]): Promise<void> {
  const { way, trace, rest } = takeFlags(words);
  const [typed = "", , name, ...args] = rest;
  if (way !== undefined) throw new UsageError(`a proof has no ways: leave --${way} out`);
  if (name !== undefined && isHelp(name)) return showHelp(typed);
  const chapter = findChapter(typed);
  if (name === undefined) return list(chapter);
  const { file, on } = findProof(chapter, name);
  const [surplus] = args;
  if (surplus !== undefined) {
    throw new UsageError(`one proof at a time, and without arguments: leave ${surplus} out`);
  }
  if (on !== undefined && on !== process.platform) {
    return show([
      `${name} needs ${on}: it shows what that kernel does. This is ${process.platform}.`,
    ]);
  }
  if (trace) process.env["NETNOTES_TRACE"] = "1";
  await run(file, []);
}

function list({ number, proofs }: Chapter): void {
  if (proofs.length === 0) return show([`Chapter ${number} has no proofs.`]);
  show(
    table(
      proofs.map(({ name, summary }) => [colour.cyan(name), summary]),
      columns,
    ),
  );
}
