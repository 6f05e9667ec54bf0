/**
 * Rule `size`: what is read side by side, on a screen, stays short and narrow.
 */
import type { Rule } from "./finding.ts";
import { type Kind, sourcesOf } from "./sources.ts";

/** Lines that a file may have. */
const LINES: Record<Kind, number> = { program: 80, part: 120, proof: 120, test: 200, demo: 200 };
/** Columns that a line may have. */
const COLUMNS = 88;

/**
 * Characters that take two columns and one code unit: Chinese, its punctuation, full-width forms. (An emoji
 * takes two of each.)
 */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

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
      const columns = text.length + (text.match(WIDE)?.length ?? 0);
      const message = `is ${columns} columns wide; ${COLUMNS} is the most`;
      return columns > COLUMNS ? [{ file, line: at + 1, message }] : [];
    });
    return [...long, ...wide];
  });
