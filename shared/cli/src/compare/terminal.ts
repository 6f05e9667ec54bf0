/**
 * A comparison as a terminal shows it: a row a step, the ways beside each other as far as there is room.
 */
import { widthOf } from "@netnotes/course/width";
import { colour } from "../colour.ts";
import { runner } from "../invocation.ts";
import { type Cell, type Column, type Comparison, isEmpty, type Row } from "./comparison.ts";
import { gutterOf, numbered, paragraph, type ShownLine } from "./lines.ts";
import { proofsOf } from "./proofs.ts";
import { outdented, textOf } from "./wrap.ts";

/** Between two columns. */
const GAP = " │ ";

/**
 * @param width the terminal's columns, 40 at least; Infinity puts each way below the other and breaks nothing
 * @returns lines, none of which is wider
 */
export function sideBySide(comparison: Comparison, width: number): string[] {
  const { columns, rows } = comparison;
  return [
    ...headOf(comparison, width),
    ...rows.flatMap((row) => rowOf(row, columns, width)),
    ...footOf(comparison, width),
  ];
}

/** How many ways stand beside each other. */
function besides(width: number): number {
  if (width === Infinity) return 1;
  return width >= 150 ? 3 : width >= 100 ? 2 : 1;
}

function headOf(comparison: Comparison, width: number): string[] {
  const { chapter, program, columns, without, origins } = comparison;
  const title = `${chapter.number} ${program.role}: ${program.summary}`;
  const rows = [
    ...columns.map(({ way, path }) => [way, path]),
    ...without.map(({ way, reason }) => [way, `there is none: ${reason}`]),
    ...origins.map(({ note, heading }) => ["from", [note, heading].filter(Boolean).join(", ")]),
  ];
  const room = Math.max(...rows.map(([label = ""]) => label.length));
  return [
    ...paragraph(title, width).map(colour.bold),
    "",
    ...rows.flatMap(([label = "", text]) => paragraph(`${label.padEnd(room)}  ${text}`, width)),
  ];
}

const TITLES = { opening: "before the first step", ending: "after the last step" };

function rowOf({ kind, id, cells }: Row, columns: readonly Column[], width: number): string[] {
  const title = kind === "step" ? `step ${id}` : TITLES[kind];
  const all = columns.flatMap((column, at) => {
    const cell = cells[at];
    return cell === undefined ? [] : [{ column, cell, isStep: kind === "step" }];
  });
  const groups = inGroups(all, besides(width)).filter((group) => !group.every(isBlank));
  if (groups.length === 0) return [];
  return ["", colour.bold(title), ...groups.flatMap((group) => groupOf(group, width))];
}

interface Place {
  readonly column: Column;
  readonly cell: Cell;
  readonly isStep: boolean;
}

function isBlank({ cell }: Place): boolean {
  return isEmpty(cell.lines) && cell.see === undefined;
}

/** Ways beside each other, below their names. */
function groupOf(group: readonly Place[], width: number): string[] {
  const needs = group.map(({ column }) => needOf(column));
  const widths = shares(needs, width - GAP.length * (group.length - 1));
  // Beside each other, the bodies of all mains begin at the left edge.
  const texts = group.map(({ column, cell, isStep }, at) =>
    cellLines(column, cell, widths[at] ?? 0, isStep && group.length > 1 ? column.indent : 0),
  );
  const names = group.map(({ column }, at) => `─ ${column.way} `.padEnd(widths[at] ?? 0, "─"));
  const height = Math.max(...texts.map((lines) => lines.length));
  return [
    colour.dim(names.join("─┬─")),
    ...Array.from({ length: height }, (_, row) => {
      const cells = texts.map((lines, at) => {
        const { text, width } = lines[row] ?? EMPTY;
        const isLast = at === group.length - 1;
        return isLast ? text : text + " ".repeat(Math.max(0, (widths[at] ?? 0) - width));
      });
      return cells.join(colour.dim(GAP)).trimEnd();
    }),
  ];
}

const EMPTY: ShownLine = { text: "", width: 0 };

/** The columns that the widest line of a way takes, and its number. */
function needOf({ lines }: Column): number {
  return gutterOf(lines.length) + Math.max(...lines.map((line) => widthOf(textOf(line))));
}

/** Each gets what it needs, and of what is too little all the same. */
function shares(needs: readonly number[], room: number): number[] {
  const widths = [...needs];
  const fromLeast = needs.map((_, at) => at).sort((a, b) => (needs[a] ?? 0) - (needs[b] ?? 0));
  let left = room;
  fromLeast.forEach((at, index) => {
    widths[at] = Math.min(needs[at] ?? 0, Math.floor(left / (needs.length - index)));
    left -= widths[at] ?? 0;
  });
  return widths;
}

function cellLines(
  { lines, marks }: Column,
  { lines: range, see }: Cell,
  room: number,
  indent: number,
): ShownLine[] {
  if (see !== undefined) {
    return paragraph(`see step ${see}`, room).map((text) => {
      return { text: colour.dim(text), width: text.length };
    });
  }
  const shown = lines.slice(range.first - 1, Math.max(range.last, range.first - 1));
  const numberedLines = shown.map((line, at) => {
    const number = range.first + at;
    return { number, line: outdented(line, indent), mark: marks.get(number) };
  });
  return numbered(numberedLines, gutterOf(lines.length), room);
}

/** The proofs behind the corrected lines, and the files beside the program. */
function footOf(comparison: Comparison, width: number): string[] {
  const proofs = proofsOf(comparison).flatMap(({ number, name, summary }) => [
    ...paragraph(`  ${runner} chapter ${number} proof ${name}`, width).map(colour.cyan),
    ...paragraph(`      ${summary}`, width),
  ]);
  const parts = comparison.columns.flatMap((column) => column.parts);
  return [
    ...(proofs.length > 0
      ? ["", ...paragraph("! is where the notes are wrong. What shows it:", width), ...proofs]
      : []),
    ...(parts.length > 0
      ? [
          "",
          ...paragraph("Beside the program:", width),
          ...parts.flatMap((part) => paragraph(`  ${part}`, width)),
        ]
      : []),
  ];
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}
