/**
 * Breaks a line that is wider than its column, and loses nothing of it but the space where it is broken.
 */
import { widthOf } from "@netnotes/course/width";
import type { Line, Piece } from "./highlight.ts";

/** One character as a reader sees it, perhaps of several code points. */
interface Sign extends Piece {
  readonly width: number;
}

/** Where a line may be broken: best after a space, else after one of these. */
const BREAKS = [" ", "([{,", "."];

const ASCII = /^[ -~]*$/;
const graphemes = new Intl.Segmenter();

/**
 * Lines of at most `room` columns, counted as a terminal shows them: a Chinese character takes two.
 *
 * It is broken after a space or a sign such as a bracket where there is one beyond the first third, and goes on two
 * columns further in than it began. Tabs become spaces; other control characters are left out, for a terminal would obey them.
 *
 * @param room columns, at least 8; Infinity breaks nothing
 */
export function wrapped(line: Line, room: number): Line[] {
  const text = textOf(line);
  if (ASCII.test(text) && text.length <= room) return [line];
  const signs = signsOf(line);
  const start = signs.findIndex(({ text }) => text !== " ");
  const indent = Math.max(0, Math.min(start + 2, Math.floor(room / 2)));
  const rows: Line[] = [];
  let rest = signs;
  for (;;) {
    const before = rows.length === 0 ? [] : [{ text: " ".repeat(indent) }];
    const space = rows.length === 0 ? room : room - indent;
    const end = breakOf(rest, space);
    rows.push([...before, ...joined(rest.slice(0, end))]);
    const next = rest.findIndex(({ text }, at) => at >= end && text !== " ");
    rest = next === -1 ? [] : rest.slice(next);
    if (rest.length === 0) return rows;
  }
}

/** How many signs the next row takes: one at least. */
function breakOf(signs: readonly Sign[], room: number): number {
  let fits = 0;
  let width = 0;
  while (fits < signs.length && width + (signs[fits]?.width ?? 0) <= room) {
    width += signs[fits]?.width ?? 0;
    fits += 1;
  }
  if (fits === signs.length || signs[fits]?.text === " ") return fits;
  const start = signs.findIndex(({ text }) => text !== " ");
  const early = start + (fits - start) / 3;
  for (const places of BREAKS) {
    const at = signs.findLastIndex(({ text }, index) => index < fits && places.includes(text));
    if (at >= early) return at + 1;
  }
  return Math.max(fits, 1);
}

function signsOf(line: Line): Sign[] {
  return line.flatMap(({ text, kind }) => {
    const clean = text.replaceAll("\t", "    ").replace(/\p{Cc}/gu, "");
    if (ASCII.test(clean)) return clean.split("").map((sign) => ({ text: sign, kind, width: 1 }));
    return Array.from(graphemes.segment(clean), ({ segment }) => ({
      text: segment,
      kind,
      width: widthOf(segment),
    }));
  });
}

function joined(signs: readonly Sign[]): Line {
  const pieces: { text: string; kind: Piece["kind"] }[] = [];
  for (const { text, kind } of signs) {
    const last = pieces.at(-1);
    if (last?.kind === kind && last !== undefined) last.text += text;
    else pieces.push({ text, kind });
  }
  return pieces;
}

/** A line with so many columns fewer before its code. */
export function outdented(line: Line, columns: number): Line {
  const [first, ...others] = line;
  if (first === undefined || columns === 0) return line;
  const spaces = /^ */.exec(first.text)?.[0].length ?? 0;
  return [{ ...first, text: first.text.slice(Math.min(columns, spaces)) }, ...others];
}

/** A line's text. */
export function textOf(line: Line): string {
  return line.map(({ text }) => text).join("");
}
