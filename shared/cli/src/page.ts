/**
 * `chapter NN`: all that one chapter has, and how to run it.
 */
import { type Chapter, WAYS } from "@netnotes/course/chapter";
import { exercisesOf } from "@netnotes/course/exercise";
import { colour } from "./colour.ts";
import { exerciseCommand, invocation } from "./invocation.ts";
import { table } from "./table.ts";

/**
 * @param scenes the chapter's scenes, by name
 * @param next the chapter after this one
 * @param columns how many the terminal has
 */
export function page(
  chapter: Chapter,
  scenes: Readonly<Record<string, { readonly title: string }>>,
  next: Chapter | undefined,
  columns: number,
): string[] {
  const { number, title, proofs } = chapter;
  const stories = Object.entries(scenes).map(([name, { title }]) => [name, title]);
  const after = next === undefined ? [] : [[`${invocation} ${next.number}`, next.title]];
  const sections: [heading: string, rows: string[][]][] = [
    ["Programs", programRows(chapter)],
    ["Scenes", stories],
    ["Proofs", proofs.map(({ name, summary, on }) => [name, on ? `${summary} (${on})` : summary])],
    ["Exercises", exercisesOf(chapter).map(({ number, title }) => [number, title])],
    ["Run", commands(chapter, Object.keys(scenes))],
    ["Next", after],
  ];
  return [
    colour.bold(`${number} ${title}`),
    ...sections
      .filter(([, rows]) => rows.length > 0)
      .flatMap(([heading, rows]) => ["", heading, ...table(rows.map(coloured), columns)]),
  ];
}

/** `server  2121  python literal node  Greets one client.` */
function programRows({ programs }: Chapter): string[][] {
  return programs.map(({ role, summary, files, port }) => {
    const ways = WAYS.map((way) => (files[way] === undefined ? "-".padEnd(way.length) : way));
    return [role, String(port ?? "-"), ways.join(" "), summary];
  });
}

/** Only what this chapter really has is suggested. */
export function commands(chapter: Chapter, scenes: readonly string[]): string[][] {
  const { number, programs, proofs } = chapter;
  const run = `${invocation} ${number}`;
  const [exercise] = exercisesOf(chapter);
  const [program, other] = programs.map(({ role }) => role);
  const rows: string[][] = [];
  if (program) rows.push([`${run} ${program}`, "runs a program, the literal way"]);
  if (other) rows.push([`${run} ${other}`, "in a second terminal"]);
  if (program) rows.push([`${run} ${program} --python`, "the notes' way; --node: the runtime's"]);
  if (program) rows.push([`${run} ${program} --trace`, "prints each system call"]);
  if (scenes[0])
    rows.push([`${run} demo ${scenes[0]}`, "plays a scene, all of its programs together"]);
  if (proofs[0]) rows.push([`${run} proof ${proofs[0].name}`, "shows where the notes are wrong"]);
  if (exercise)
    rows.push([`${exerciseCommand} ${exercise.number}`, "begins an exercise, and then checks it"]);
  return rows;
}

function coloured([first = "", ...others]: readonly string[]): string[] {
  return [colour.cyan(first), ...others];
}
