/**
 * The leading comment of a program: what it does, how to run it, where it is from.
 */

/** Where a program is from: a heading of the notes, or ourselves. */
export interface Origin {
  /** `S0` to `S4`, or `ours`. */
  readonly note: string;
  /** The heading in that note; for one of ours, why it is there, or "". */
  readonly heading: string;
}

const PYTHON = /^(?:#.*\n|\n)*"""([\s\S]*?)"""/;
const TYPESCRIPT = /^(?:#!.*\n)?(?:\/\/.*\n|\n)*\/\*\*([\s\S]*?)\*\//;

/**
 * The text of a program's leading comment, without its marks.
 *
 * @param source Python (its docstring) or TypeScript (its first block comment)
 * @returns "" where there is none
 */
export function headerOf(source: string): string {
  const python = PYTHON.exec(source);
  if (python) return (python[1] ?? "").trim();
  return (TYPESCRIPT.exec(source)?.[1] ?? "").replace(/^\s*\* ?/gm, "").trim();
}

/** The number of the line on which a program's leading comment ends; 0 where there is none. */
export function headerEnd(source: string): number {
  const [comment] = PYTHON.exec(source) ?? TYPESCRIPT.exec(source) ?? [];
  return comment === undefined ? 0 : comment.split("\n").length;
}

/**
 * The first sentence of a program's header, on one line: its line in the listing.
 *
 * A colon that introduces what follows, such as the commands, ends a sentence too.
 *
 * @returns "" where there is no header
 */
export function summaryOf(source: string): string {
  const [paragraph = ""] = headerOf(source).split(/\n\s*\n/);
  const line = paragraph.replace(/\s+/g, " ").trim();
  return (/^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line).replace(/:$/, ".");
}

/** The command lines of a program's header, such as `pnpm chapter 05 server --node`. */
export function commandsOf(source: string): string[] {
  return (
    headerOf(source)
      .match(/^[ \t]+pnpm chapter .*$/gm)
      ?.map((line) => line.trim()) ?? []
  );
}

/** What the `From:` lines of a Python program's header say. */
export function originsOf(source: string): Origin[] {
  return [...headerOf(source).matchAll(/^From: *([^,\n]*)(?:, *(.*))?$/gm)].map((from) => ({
    note: from[1]?.trim() ?? "",
    heading: from[2]?.trim() ?? "",
  }));
}

/** Whether an origin names a heading of the notes. */
export function isNotes({ note, heading }: Origin): boolean {
  return /^S[0-4]$/.test(note) && heading !== "";
}
