/** Halves of characters: a JavaScript string can hold them alone, no encoding can. */
import type { Lack } from "./codec.ts";

const LONE = /\p{Surrogate}+/gu;

/** The first run of lone surrogates from a position on. */
export function loneSurrogates(text: string, from: number): Lack | undefined {
  LONE.lastIndex = from;
  const match = LONE.exec(text);
  return match === null
    ? undefined
    : { start: match.index, end: match.index + match[0].length, reason: "surrogates not allowed" };
}
