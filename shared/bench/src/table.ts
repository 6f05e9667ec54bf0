/** The result as a table for a person. */
import type { Way } from "@netnotes/course/chapter";
import picocolors from "picocolors";
import { widthOf } from "@netnotes/course/width";
import { figures } from "./figures.ts";
import type { Result } from "./measure.ts";
import type { Quartiles } from "./quartiles.ts";

type Colours = Pick<typeof picocolors, "bold" | "dim" | "green" | "yellow">;

const TITLES: Readonly<Record<Way, string>> = {
  python: "Python",
  literal: "literal",
  node: "Node",
};

/**
 * A line for each row: the time of one operation in each way, and how many times as fast as Python that is.
 *
 * @param ways those that were measured, in the order of the columns
 */
export function table(
  results: readonly Result[],
  ways: readonly Way[],
  colours: Colours,
): string[] {
  const head = ["", "one", ...ways.flatMap(headOf)].map((cell) => colours.bold(cell));
  const body = results.map((result) => [
    result.row.name,
    colours.dim(result.row.operation),
    ...ways.flatMap((way) => cellsOf(result, way, colours)),
  ]);
  return aligned([head, ...body]);
}

function headOf(way: Way): string[] {
  return way === "python" ? [TITLES.python] : [TITLES[way], "× Python", "quartiles"];
}

function cellsOf(result: Result, way: Way, colours: Colours): string[] {
  const found = figures(result, way);
  if ("instead" in found) {
    return way === "python" ? [colours.dim(found.instead)] : [colours.dim(found.instead), "", ""];
  }
  const time = duration(found.each.median);
  if (way === "python") return [time];
  if (found.ratio === undefined) return [time, colours.dim("–"), ""];
  return [time, painted(found.ratio.median, colours), colours.dim(spread(found.ratio))];
}

/** Green from as fast as Python, yellow below. */
function painted(ratio: number, { green, yellow }: Colours): string {
  return (ratio >= 0.95 ? green : yellow)(times(ratio));
}

function spread({ lower, upper }: Quartiles): string {
  return `${times(lower)}–${times(upper)}`;
}

/** Two digits after the point, or as many as a small ratio needs to be told from 0. */
function times(ratio: number): string {
  return ratio >= 0.1 ? ratio.toFixed(2) : ratio.toPrecision(2);
}

/** A time in the unit that leaves it between 1 and 1000, with three digits. */
export function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  if (seconds >= 1e-3) return `${digits(seconds * 1e3)} ms`;
  return seconds >= 1e-6 ? `${digits(seconds * 1e6)} µs` : `${digits(seconds * 1e9)} ns`;
}

function digits(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Words to the left, the first two columns; figures to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  }
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const space = " ".repeat((widths[at] ?? 0) - widthOf(cell));
        return at < 2 ? cell + space : space + cell;
      })
      .join("  ")
      .trimEnd(),
  );
}
