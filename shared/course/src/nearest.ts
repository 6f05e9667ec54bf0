/**
 * The name that someone who mistyped it probably meant.
 */
import { distance } from "fastest-levenshtein";

/**
 * The known name nearest to what was typed, whatever its capitals.
 *
 * Near means that at most half of the letters have to be put in, taken out or exchanged, so that two
 * swapped letters of `udp` still lead to it. A mistyped number is near to nothing.
 *
 * @returns the first of the nearest; undefined where none is near
 */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  if (/^[\d.]*$/.test(typed)) return undefined;
  let best: string | undefined;
  let fewest = Math.ceil(typed.length / 2) + 1;
  for (const name of known) {
    const slips = distance(typed.toLowerCase(), name.toLowerCase());
    if (slips < fewest) [best, fewest] = [name, slips];
  }
  return best;
}
