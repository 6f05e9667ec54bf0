/**
 * The colours of code in a terminal: the sixteen that its owner has chosen, so that they suit a light
 * background as well as a dark one.
 */
import { colour } from "../colour.ts";
import type { Mark } from "./comparison.ts";
import type { Kind, Line } from "./highlight.ts";

type Paint = (text: string) => string;

const PAINTS: Record<Kind, Paint> = {
  comment: colour.dim,
  keyword: colour.magenta,
  string: colour.green,
  number: colour.green,
  function: colour.cyan,
  type: colour.cyan,
};

const MARKED: Record<Mark, Paint> = { step: colour.bold, corrected: colour.yellow };

/** A line as a terminal takes it; plain where there is to be no colour. */
export function painted(line: Line, mark?: Mark): string {
  return line.map(({ text, kind }) => paintOf(kind, mark)(text)).join("");
}

function paintOf(kind: Kind | undefined, mark: Mark | undefined): Paint {
  if (mark !== undefined) return MARKED[mark];
  return kind === undefined ? String : PAINTS[kind];
}
