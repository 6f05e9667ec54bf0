/**
 * A program's ways beside each other: what stands in which row.
 */
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { root } from "@netnotes/compile";
import { type Chapter, type Program, type Way, WAYS } from "@netnotes/course/chapter";
import { UnknownName } from "@netnotes/course/find";
import { headerEnd, type Origin, originsOf } from "@netnotes/course/header";
import {
  type Correction,
  type Lines,
  parseSteps,
  type Steps,
  stepsById,
} from "@netnotes/course/steps";
import { highlight, type Line } from "./highlight.ts";
import { partsOf } from "./parts.ts";

export interface Comparison {
  readonly chapter: Chapter;
  readonly program: Program;
  /** Where it is from: headings of the notes, or ourselves. */
  readonly origins: readonly Origin[];
  /** The ways that are shown, in the order in which they were asked for. */
  readonly columns: readonly Column[];
  /** The ways that were asked for and do not exist, with the reason. */
  readonly without: readonly { readonly way: Way; readonly reason: string }[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly way: Way;
  /** The file, as seen from the repository's folder. */
  readonly path: string;
  /** All of its lines: line 1 is the first. */
  readonly lines: readonly Line[];
  /** The spaces before all code of its steps: those that are `main`'s. */
  readonly indent: number;
  /** The lines that begin a step, and those that say where the notes are wrong. */
  readonly marks: ReadonlyMap<number, Mark>;
  readonly corrections: readonly Correction[];
  /** The paths of the files beside the program that it uses. */
  readonly parts: readonly string[];
}

export type Mark = "step" | "corrected";

/**
 * One step, or what comes before the first (`opening`, without the leading comment) or after the last
 * (`ending`).
 */
export interface Row {
  readonly kind: "opening" | "step" | "ending";
  /** The step's id; "" for the other two. */
  readonly id: string;
  /** What the step's marker says; "" for the other two. */
  readonly title: string;
  /** One for each column. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  /** What stands here; an empty range where there is nothing. */
  readonly lines: Lines;
  /** The step in whose row this column's code stands, when it takes several steps in one. */
  readonly see?: string;
}

export interface Choice {
  /** All of them unless told. */
  readonly ways?: readonly Way[] | undefined;
  /** Ids: only their rows. All, the opening and the ending unless told. */
  readonly steps?: readonly string[] | undefined;
}

const NOTHING: Lines = { first: 1, last: 0 };

/**
 * Lays a program's ways beside each other. The Python way gives the rows; where there is none, the first way
 * that there is.
 *
 * @throws {UnknownName} for a step that there is not
 */
export function compare(chapter: Chapter, program: Program, choice: Choice = {}): Comparison {
  const { files } = program;
  const ways = choice.ways ?? WAYS;
  const read = ways.flatMap((way) => (files[way] === undefined ? [] : [readWay(files[way], way)]));
  const order = chosen(orderOf(program), choice.steps);
  const around = (kind: "opening" | "ending"): Row[] =>
    choice.steps
      ? []
      : [{ kind, id: "", title: "", cells: read.map(({ steps }) => ({ lines: steps[kind] })) }];
  return {
    chapter,
    program,
    origins: files.python === undefined ? [] : originsOf(readFileSync(files.python, "utf8")),
    columns: read.map(({ column }) => column),
    without: ways.flatMap((way) => {
      const reason = program.without[way] ?? "it is not written yet";
      return files[way] === undefined ? [{ way, reason }] : [];
    }),
    rows: [
      ...around("opening"),
      ...order.map(({ id, title }) => ({
        kind: "step" as const,
        id,
        title,
        cells: read.map(({ cellOf }) => cellOf(id, order)),
      })),
      ...around("ending"),
    ],
  };
}

/** A file as it is called from the repository's folder, with slashes on every system. */
export function pathOf(file: string): string {
  return relative(root, file).split(sep).join("/");
}

/** Whether a range has no line. */
export function isEmpty({ first, last }: Lines): boolean {
  return last < first;
}

type Order = readonly { readonly id: string; readonly title: string }[];

function orderOf({ files }: Program): Order {
  const file = WAYS.map((way) => files[way]).find((path) => path !== undefined);
  if (file === undefined) return [];
  return parseSteps(readFileSync(file, "utf8")).steps.flatMap(({ ids, title }) =>
    ids.map((id) => ({ id, title })),
  );
}

function chosen(order: Order, ids: readonly string[] | undefined): Order {
  const known = order.map(({ id }) => id);
  for (const id of ids ?? []) {
    if (!known.includes(id)) throw new UnknownName("step", id, known);
  }
  return ids === undefined ? order : order.filter(({ id }) => ids.includes(id));
}

function readWay(file: string, way: Way) {
  const source = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  const steps = withoutHeader(parseSteps(source), source);
  const byId = stepsById(steps.steps);
  const column: Column = {
    way,
    path: pathOf(file),
    lines: highlight(source, way === "python" ? "python" : "typescript"),
    indent: indentOf(steps, source),
    marks: marksOf(steps),
    corrections: steps.corrections,
    parts: partsOf(file).map(pathOf),
  };
  /** Code that does several steps is shown in the row of that one which comes first. */
  function cellOf(id: string, order: Order): Cell {
    const step = byId.get(id);
    if (step === undefined) return { lines: NOTHING };
    const home = order.find((other) => step.ids.includes(other.id))?.id ?? id;
    return home === id ? { lines: step } : { lines: NOTHING, see: home };
  }
  return { column, steps, cellOf };
}

/** The leading comment says how to run this way: it has no place beside the others. */
function withoutHeader(steps: Steps, source: string): Steps {
  const lines = source.split("\n");
  let first = headerEnd(source) + 1;
  while (first <= steps.opening.last && lines[first - 1]?.trim() === "") first += 1;
  return { ...steps, opening: { ...steps.opening, first } };
}

function indentOf({ steps }: Steps, source: string): number {
  const lines = source.split("\n");
  const code = steps.flatMap(({ first, last }) => lines.slice(first - 1, last));
  const indents = code.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  return indents.length === 0 ? 0 : Math.min(...indents);
}

function marksOf({ steps, corrections }: Steps): Map<number, Mark> {
  const marks = new Map<number, Mark>(steps.map(({ first }) => [first, "step"]));
  for (const { first, last } of corrections) {
    for (let line = first; line <= last; line += 1) marks.set(line, "corrected");
  }
  return marks;
}
