/**
 * The reader's own notes in a terminal, above the comparison.
 */
import { colour } from "../colour.ts";
import { paragraph } from "./lines.ts";
import type { Excerpt, NoExcerpt } from "./notes.ts";

/**
 * @param width columns; Infinity wraps nothing
 * @returns lines, the last of them empty
 */
export function excerptLines(excerpts: readonly (Excerpt | NoExcerpt)[], width: number): string[] {
  return excerpts.flatMap((excerpt) => {
    const name = [excerpt.note, excerpt.heading].filter(Boolean).join(", ");
    if ("reason" in excerpt) return [...paragraph(`${name}: ${excerpt.reason}`, width), ""];
    const { file, lines, more } = excerpt;
    return [
      ...paragraph(`the notes: ${name} (${file})`, width).map(colour.bold),
      colour.dim("─".repeat(Math.min(width, 80))),
      ...lines.flatMap((line) => paragraph(line, width)),
      ...(more > 0 ? [colour.dim(`… and ${more} lines more`)] : []),
      "",
    ];
  });
}
