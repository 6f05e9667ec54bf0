/**
 * Rows whose columns line up as a terminal shows them.
 */
import { widthOf } from "@netnotes/course/width";

const GAP = "  ";

/**
 * Lays rows out. The last cell of a row is wrapped between words, under its own beginning.
 *
 * @param rows cells, coloured or not; a row may have fewer cells than others
 * @param columns how many the terminal has; Infinity wraps nothing
 * @returns lines, indented by two spaces, nothing after their last word
 */
export function table(rows: readonly (readonly string[])[], columns: number): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))));
  }
  return rows.flatMap((row) => {
    const fixed = row.slice(0, -1).map((cell, at) => padded(cell, widths[at] ?? 0) + GAP);
    const start = GAP + fixed.join("");
    const [first = "", ...others] = wrapped(row.at(-1) ?? "", columns - widthOf(start));
    const indent = " ".repeat(widthOf(start));
    return [start + first, ...others.map((line) => indent + line)].map((line) => line.trimEnd());
  });
}

function padded(text: string, width: number): string {
  return text + " ".repeat(width - widthOf(text));
}

/** Lines of at most `columns`, but never fewer than 20, where a word would stand alone on each. */
export function wrapped(text: string, columns: number): string[] {
  const room = Math.max(columns, 20);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
