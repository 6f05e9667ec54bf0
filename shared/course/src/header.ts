/**
 * The leading comment of a program: what it does, how to run it, where it is from.
 */

/**
 * The text of a program's leading comment, without its marks.
 *
 * @param source Python (its docstring) or TypeScript (its first block comment)
 * @returns "" where there is none
 */
export function headerOf(source: string): string {
  const python = /^(?:#.*\n)*"""([\s\S]*?)"""/.exec(source);
  if (python) return (python[1] ?? "").trim();
  const typescript = /^(?:#!.*\n)?\/\*\*([\s\S]*?)\*\//.exec(source);
  return (typescript?.[1] ?? "").replace(/^\s*\* ?/gm, "").trim();
}

/**
 * The first sentence of a program's header, on one line: its line in the listing.
 *
 * @returns "" where there is no header
 */
export function summaryOf(source: string): string {
  const text = headerOf(source).split("\n\n")[0] ?? "";
  const line = text.replace(/\s+/g, " ");
  return /^.*?[.:!?](?=\s|$)/.exec(line)?.[0].replace(/:$/, ".") ?? line;
}
