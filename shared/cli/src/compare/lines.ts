/**
 * Lines of code and of prose, no wider than their room.
 */
import { widthOf } from "@netnotes/course/width";
import { colour } from "../colour.ts";
import type { Mark } from "./comparison.ts";
import type { Line } from "./highlight.ts";
import { painted } from "./paint.ts";
import { textOf, wrapped } from "./wrap.ts";

export interface NumberedLine {
  readonly number: number;
  readonly line: Line;
  readonly mark?: Mark | undefined;
}

/** A line as a terminal takes it, perhaps with colours, and the columns that it fills. */
export interface ShownLine {
  readonly text: string;
  readonly width: number;
}

/** What stands before a line of a file with so many: its number, a place for a mark, a space. */
export function gutterOf(lines: number): number {
  return String(lines).length + 2;
}

/**
 * Lines with their numbers. A `!` stands beside a corrected one, and a line that goes on has `↳` for a number.
 *
 * @param gutter columns for number and mark
 * @param room columns in all
 */
export function numbered(
  lines: readonly NumberedLine[],
  gutter: number,
  room: number,
): ShownLine[] {
  return lines.flatMap(({ number, line, mark }) =>
    wrapped(line, room - gutter).map((part, at) => {
      const label = (at === 0 ? String(number) : "↳").padStart(gutter - 2);
      const sign = at === 0 && mark === "corrected" ? colour.yellow("!") : " ";
      return {
        text: `${colour.dim(label)}${sign} ${painted(part, mark)}`,
        width: gutter + widthOf(textOf(part)),
      };
    }),
  );
}

/** Prose, or a path: broken where it must be. */
export function paragraph(text: string, room: number): string[] {
  return wrapped([{ text }], room).map((line) => textOf(line).trimEnd());
}
