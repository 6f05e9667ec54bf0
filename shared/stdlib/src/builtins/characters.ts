/** A text's characters as Python counts them: code points, where JavaScript counts UTF-16 units. */

/** How many characters a text has: Python's `len`. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
