/**
 * What the rules read in a Markdown file: headings, inline code, links, tables. Fenced code is none of it.
 */

export interface Link {
  readonly line: number;
  readonly text: string;
  /** As it is written: `../README.md#ports`. */
  readonly target: string;
}

/** A row of a table: the texts of its cells. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The lines of a file, those of fenced code blanked, so that numbers stay. */
export function proseLines(markdown: string): string[] {
  let fence: string | undefined;
  return markdown.split(/\r?\n/).map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const fenced = fence !== undefined || mark !== undefined;
    if (mark !== undefined)
      fence = fence === undefined ? mark[0] : mark[0] === fence ? undefined : fence;
    return fenced ? "" : line;
  });
}

export function headingsOf(markdown: string): string[] {
  return proseLines(markdown).flatMap((line) => /^#{1,6} +(.*?) *#*$/.exec(line)?.[1] ?? []);
}

/** The names under which GitHub links a file's headings: `## Who may share a port?` is #who-may-share-a-port. */
export function anchorsOf(markdown: string): Set<string> {
  const anchors = new Set<string>();
  for (const heading of headingsOf(markdown)) {
    const base = plain(heading)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    let anchor = base;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${base}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The words of a file's headings and of its inline code: what a section is about, what is named. */
export function namedIn(markdown: string): Set<string> {
  const code = proseLines(markdown).flatMap((line) => line.match(/`[^`]+`/g) ?? []);
  const words = [...headingsOf(markdown), ...code].flatMap((text) => text.split(/[`\s,;:()]+/));
  return new Set(words);
}

export function linksOf(markdown: string): Link[] {
  return proseLines(markdown).flatMap((line, at) =>
    [
      ...line.replace(/`[^`]*`/g, blank).matchAll(/\[([^\]]*)\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g),
    ].map(([, text = "", target = ""]) => ({ line: at + 1, text, target })),
  );
}

export function rowsOf(markdown: string): Row[] {
  return proseLines(markdown).flatMap((line, at) => {
    const inner = /^\s*\|(.*)\|\s*$/.exec(line)?.[1];
    return inner === undefined
      ? []
      : [{ line: at + 1, cells: inner.split("|").map((c) => c.trim()) }];
  });
}

/** A link's text may itself be code, so only the marks go. */
function blank(code: string): string {
  return code.replace(/[[\]()]/g, " ");
}

function plain(heading: string): string {
  return heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
}
