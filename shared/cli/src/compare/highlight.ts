/**
 * Which piece of a program is what: a keyword, a string, a comment.
 *
 * Lezer parses both languages in some milliseconds, without a theme: the terminal and the page give the
 * pieces their own colours.
 */
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { parser as javascript } from "@lezer/javascript";
import { parser as python } from "@lezer/python";

/** What a reader's eye can tell apart. */
export type Kind = "comment" | "keyword" | "string" | "number" | "function" | "type";

export interface Piece {
  readonly text: string;
  readonly kind?: Kind | undefined;
}

/** A line's pieces: their texts together are the line, without its newline. */
export type Line = readonly Piece[];

const KINDS: Record<Kind, Parameters<typeof tagHighlighter>[0][number]["tag"]> = {
  comment: tags.comment,
  keyword: [tags.keyword, tags.bool, tags.null, tags.self, tags.atom],
  string: [tags.string, tags.regexp, tags.escape],
  number: tags.number,
  function: [tags.function(tags.variableName), tags.function(tags.propertyName)],
  type: [tags.typeName, tags.className],
};

const highlighter = tagHighlighter(
  Object.entries(KINDS).map(([kind, tag]) => ({ class: kind, tag })),
);
const typescript = javascript.configure({ dialect: "ts" });

/**
 * The lines of a program.
 *
 * @param source with newlines as on Unix; what does not parse is plain, and no error
 */
export function highlight(source: string, language: "python" | "typescript"): Line[] {
  const parser = language === "python" ? python : typescript;
  const lines: Piece[][] = [[]];
  highlightCode(
    source,
    parser.parse(source),
    highlighter,
    (piece, kinds) => lines.at(-1)?.push({ text: piece, kind: kindOf(kinds) }),
    () => lines.push([]),
  );
  return lines;
}

/** Where two apply, the inner one comes last; "" is none. */
function kindOf(kinds: string): Kind | undefined {
  return (kinds.split(" ").at(-1) || undefined) as Kind | undefined;
}
