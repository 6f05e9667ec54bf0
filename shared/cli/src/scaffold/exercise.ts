/**
 * `exercise new 05 4-name`: an exercise that fails the gate until it is written.
 */
import { join } from "node:path";
import { exercisesOf } from "@netnotes/course/exercise";
import { findChapter } from "@netnotes/course/find";
import { answer, UsageError } from "../answer.ts";
import { allowed } from "../file-failure.ts";
import { isHelp } from "../help.ts";
import { exerciseCommand, runner } from "../invocation.ts";
import { columns, show } from "../show.ts";
import { table } from "../table.ts";
import { lay, titleFrom } from "./template.ts";

/** @param words what was typed after `exercise`, `new` the first */
export function main(words: readonly string[]): Promise<void> {
  return answer(() => {
    const usage = `usage: ${exerciseCommand} new NN N-NAME, such as 05 4-echo`;
    const [typed = "", wanted, surplus] = words.slice(1);
    if (words.some(isHelp)) return show([usage]);
    if (wanted === undefined || surplus !== undefined) throw new UsageError(usage);
    const chapter = findChapter(typed);
    const next = exercisesOf(chapter).length + 1;
    const [, digits = "", slug] = /^(?:(\d+)-)?([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(wanted) ?? [];
    if (slug === undefined) {
      throw new UsageError(
        `an exercise's name is a number and words in lower case, such as ${next}-echo: not ${JSON.stringify(wanted)}`,
      );
    }
    if (Number(digits) !== next || digits.startsWith("0")) {
      const has = next === 1 ? "no exercises yet" : `${next - 1} exercises`;
      throw new UsageError(
        `chapter ${chapter.number} has ${has}: did you mean ${chapter.number} ${next}-${slug}?`,
      );
    }
    const place = `${chapter.number}.${next}`;
    const port = String(chapter.programs.find(({ role }) => role === "server")?.port ?? 9999);
    const values = { PLACE: place, PORT: port, TITLE: titleFrom(slug) };
    allowed("exercise new", `chapters/${chapter.name}/exercises/${wanted}`, () => {
      lay("exercise", join(chapter.folder, "exercises", wanted), values);
    });
    show([
      `chapters/${chapter.name}/exercises/${wanted} is there, as a scaffold.`,
      "",
      "Next:",
      ...table(
        [
          [`${runner} gate ${place}`, "lists what is to be written"],
          ["shared/exercises/README.md", "says what an exercise has, and what makes a check good"],
        ],
        columns,
      ),
    ]);
  });
}
