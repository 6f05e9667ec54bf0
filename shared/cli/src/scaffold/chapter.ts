/**
 * `chapter new 11-framing`: a chapter that runs, and fails the gate until it is written.
 */
import { join } from "node:path";
import { root } from "@netnotes/compile";
import { chapterNames } from "@netnotes/course/chapter";
import { pnpm } from "../../launch/pnpm.mjs";
import { answer, UsageError } from "../answer.ts";
import { allowed } from "../file-failure.ts";
import { isHelp } from "../help.ts";
import { chapterCommand, runner } from "../invocation.ts";
import { columns, show } from "../show.ts";
import { table } from "../table.ts";
import { lay, titleFrom } from "./template.ts";

/** @param words what was typed after `chapter`, `new` the first */
export function main(words: readonly string[]): Promise<void> {
  return answer(() => {
    const usage = `usage: ${chapterCommand} new NN-NAME, such as ${free("framing")}`;
    const [typed, surplus] = words.slice(1);
    if (words.some(isHelp)) return show([usage]);
    if (typed === undefined || surplus !== undefined) throw new UsageError(usage);
    const { name, number, slug } = named(typed);
    const port = `110${number}`;
    const values = { NAME: name, NUMBER: number, SLUG: slug, PORT: port, TITLE: titleFrom(slug) };
    allowed("chapter new", `chapters/${name}`, () => {
      lay("chapter", join(root, "chapters", name), values);
    });
    show([
      `chapters/${name} is there: a server and a client in three ways, a scene, a test, a README.`,
      "",
      "Next:",
      ...table(
        [
          [[...pnpm(root), "install"].join(" "), "makes it a package of the workspace"],
          [`${chapterCommand} ${number} demo`, "plays its scene"],
          [`${runner} gate`, "lists what is to be written"],
        ],
        columns,
      ),
      "",
      "CONTRIBUTING.md walks through the rest.",
    ]);
  });
}

function named(typed: string): { name: string; number: string; slug: string } {
  const [, digits = "", slug = ""] =
    /^(?:(\d+)-)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(typed) ?? [];
  if (slug === "") {
    throw new UsageError(
      `a chapter's name is a number and words in lower case, such as ${free("framing")}: not ${JSON.stringify(typed)}`,
    );
  }
  const taken = chapterNames().find((name) => name.slice(3) === slug);
  if (slug === "new" || taken !== undefined) {
    throw new UsageError(`${slug} means ${taken ?? "this command"}: choose other words`);
  }
  if (!/^\d\d$/.test(digits) || digits === "00") {
    throw new UsageError(
      `a chapter's number has two digits, 01 to 99: did you mean ${free(slug)}?`,
    );
  }
  const there = chapterNames().find((name) => name.startsWith(`${digits}-`));
  if (there !== undefined) {
    throw new UsageError(`chapter ${digits} is ${there}: did you mean ${free(slug)}?`);
  }
  return { name: typed, number: digits, slug };
}

/** The name with the first number behind those of the course; behind 99, with the first that is free. */
function free(slug: string): string {
  const taken = new Set(chapterNames().map((name) => Number(name.slice(0, 2))));
  let number = Math.max(0, ...taken) + 1;
  if (number > 99) for (number = 1; taken.has(number); number += 1);
  return `${String(number).padStart(2, "0")}-${slug}`;
}
