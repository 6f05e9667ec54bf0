/**
 * `compare NN PROGRAM`: the ways of a program side by side; `compare NN`: what can be compared.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Chapter, readCourse, WAYS } from "@netnotes/course/chapter";
import { findChapter, findProgram, findWay } from "@netnotes/course/find";
import { answer, UsageError } from "./answer.ts";
import { compare } from "./compare/comparison.ts";
import { fileFailure } from "./file-failure.ts";
import { help } from "./compare/help.ts";
import { listing, programs } from "./compare/listing.ts";
import { compareCommand } from "./invocation.ts";
import { columns, show } from "./show.ts";

const OPTIONS = {
  ways: { type: "string" },
  step: { type: "string" },
  width: { type: "string" },
  html: { type: "string" },
  notes: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** @param words what was typed after `compare` */
export function main(words: readonly string[]): Promise<void> {
  return answer(() => choose(words), []);
}

async function choose(words: readonly string[]): Promise<void> {
  const { values, positionals } = parse(words);
  const [typed, role, surplus] = positionals;
  if (values.help || positionals.includes("help")) return show(help(columns));
  if (role === undefined && Object.keys(values).length > 0) {
    throw new UsageError(`which program? For example: ${compareCommand} ${typed ?? "01"} server`);
  }
  if (typed === undefined) return show(listing(readCourse(), columns));
  const chapter = findChapter(typed);
  if (role === undefined) return show(programs(chapter, columns));
  if (surplus !== undefined) {
    throw new UsageError(`one program at a time: ${role}, or ${surplus}`);
  }
  await showComparison(chapter, role, values);
}

const PLACES = { html: "file", notes: "folder" } as const;

type Values = ReturnType<typeof parse>["values"];

async function showComparison(chapter: Chapter, role: string, values: Values): Promise<void> {
  const program = findProgram(chapter, role);
  for (const name of ["html", "notes"] as const) {
    if (values[name] === "") throw new UsageError(`--${name} needs a ${PLACES[name]}`);
  }
  const width = widthOf(values.width);
  const comparison = compare(chapter, program, {
    ways: listOf(values.ways)?.map(findWay),
    steps: listOf(values.step),
  });
  if (comparison.columns.length === 0) {
    const [none] = comparison.without;
    const there = WAYS.filter((way) => program.files[way] !== undefined);
    throw new UsageError(
      `${role} has no ${none?.way} way: ${none?.reason}\nThere are: ${there.join(", ")}`,
    );
  }
  const excerpts =
    values.notes === undefined
      ? []
      : (await import("./compare/notes.ts")).notesFor(comparison, values.notes);
  if (values.html !== undefined) {
    const { htmlOf } = await import("./compare/html.ts");
    return write(values.html, htmlOf(comparison, excerpts));
  }
  const { sideBySide } = await import("./compare/terminal.ts");
  const { excerptLines } = await import("./compare/excerpts.ts");
  const { paged } = await import("./compare/pager.ts");
  await paged([...excerptLines(excerpts, width), ...sideBySide(comparison, width)]);
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const way = WAYS.find((name) => words.includes(`--${name}`));
    if (way !== undefined) throw new UsageError(`the ways are chosen by name: --ways ${way}`);
    // The second sentence is about words that begin with a dash: nothing here does.
    const [sentence = ""] = (error as Error).message.split(". ");
    throw new UsageError(`${sentence}: see ${compareCommand} --help`);
  }
}

/** `python,node` as a list, each once. */
function listOf(typed: string | undefined): string[] | undefined {
  return typed === undefined
    ? undefined
    : [...new Set(typed.split(",").map((word) => word.trim()))];
}

/** What was asked for; else the terminal's width. A pipe has none: whoever reads it wraps for themselves. */
function widthOf(typed: string | undefined): number {
  if (typed === undefined) {
    return process.stdout.isTTY ? Math.max(process.stdout.columns || 80, 40) : Infinity;
  }
  const width = Number(typed);
  if (/^\d+$/.test(typed) && width >= 40) return width;
  throw new UsageError(`--width is in columns, 40 or more, not ${typed || '""'}`);
}

/** @param file a path, or `-` for stdout */
function write(file: string, page: string): void {
  if (file === "-") {
    process.stdout.write(page);
    return;
  }
  try {
    writeFileSync(file, page);
  } catch (error) {
    throw fileFailure("--html", file, error);
  }
  show([`wrote ${file}: open it in a browser`]);
}
