/**
 * Rule `size`: what is read side by side, on a screen, stays short and narrow.
 */
import { widthOf } from "../width.ts";
import type { Rule } from "./finding.ts";
import { type Kind, sourcesOf } from "./sources.ts";

/** Lines that a file may have. */
const LINES: Record<Kind, number> = { program: 80, part: 120, proof: 120, test: 200, demo: 200 };
/** Columns that a line may have; what stands beside its twins has less room. */
const COLUMNS: Record<Kind, number> = { program: 88, part: 88, proof: 100, test: 100, demo: 100 };

export const size: Rule = (chapter) =>
  sourcesOf(chapter).flatMap(({ file, kind, lines }) => {
    const most = LINES[kind];
    const long =
      lines.length > most
        ? [
            {
              file,
              line: most + 1,
              message: `is ${lines.length} lines; a ${kind} has ${most} at most`,
            },
          ]
        : [];
    const wide = lines.flatMap((text, at) => {
      const columns = widthOf(text);
      const message = `is ${columns} columns wide; ${COLUMNS[kind]} is the most`;
      return columns > COLUMNS[kind] ? [{ file, line: at + 1, message }] : [];
    });
    return [...long, ...wide];
  });
