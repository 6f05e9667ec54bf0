/**
 * A comparison as one HTML file: no script, nothing from elsewhere.
 */
import { runner } from "../invocation.ts";
import {
  type Cell,
  type Column,
  type Comparison,
  isEmpty,
  pathOf,
  type Row,
} from "./comparison.ts";
import type { Line, Piece } from "./highlight.ts";
import type { Excerpt, NoExcerpt } from "./notes.ts";
import { keyOf, proofsOf } from "./proofs.ts";
import { STYLE } from "./style.ts";
import { textOf } from "./wrap.ts";

/** @param excerpts what the reader's own notes say */
export function htmlOf(
  comparison: Comparison,
  excerpts: readonly (Excerpt | NoExcerpt)[] = [],
): string {
  const { chapter, program, columns, rows } = comparison;
  const title = `${chapter.number} ${program.role}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}: ${escaped(columns.map(({ way }) => way).join(", "))}</title>
<style>${STYLE}</style>
</head>
<body style="--ways: ${columns.length}">
<header>
<h1>${escaped(`${title}: ${program.summary}`)}</h1>
${sources(comparison)}
${contents(rows)}
</header>
<main>
${excerpts.map(note).join("")}${rows.map((row) => section(row, comparison)).join("")}</main>
<footer>
${proofs(comparison)}${parts(columns)}</footer>
</body>
</html>
`;
}

const TITLES = { opening: "before the first step", ending: "after the last step" };

function sources({ columns, without, origins }: Comparison): string {
  const rows = [
    ...columns.map(({ way, path }) => [way, `<code>${escaped(path)}</code>`]),
    ...without.map(({ way, reason }) => [way, escaped(`there is none: ${reason}`)]),
    ...origins.map(({ note, heading }) => [
      "from",
      escaped([note, heading].filter(Boolean).join(", ")),
    ]),
  ];
  return `<dl>\n${rows.map(([term, what]) => `<dt>${term}</dt><dd>${what}</dd>\n`).join("")}</dl>`;
}

function contents(rows: readonly Row[]): string {
  const links = rows
    .filter(({ kind }) => kind === "step")
    .map(({ id }) => `<li><a href="#step-${id}">${escaped(id)}</a></li>\n`);
  return `<nav aria-label="Steps"><ul>\n${links.join("")}</ul></nav>`;
}

function section({ kind, id, title, cells }: Row, comparison: Comparison): string {
  const filled = cells.some(({ lines, see }) => !isEmpty(lines) || see !== undefined);
  if (!filled) return "";
  const anchor = kind === "step" ? `step-${id}` : kind;
  const name = kind === "step" ? id : TITLES[kind];
  // A marker's sentence may go on in the next comment line.
  const more = title === "" ? "" : ` <span>${escaped(title.replace(/[,;:]$/, " …"))}</span>`;
  const figures = cells.map((cell, at) => figure(cell, comparison.columns[at], comparison));
  return `<section id="${anchor}">
<h2><a href="#${anchor}">${escaped(name)}</a>${more}</h2>
<div class="row">
${figures.join("")}</div>
</section>
`;
}

function figure({ lines, see }: Cell, column: Column | undefined, comparison: Comparison): string {
  if (column === undefined) return "";
  if (see !== undefined) {
    const link = `<p>see <a href="#step-${see}">step ${escaped(see)}</a></p>`;
    return `<figure><figcaption>${column.way}</figcaption>${link}</figure>\n`;
  }
  if (isEmpty(lines)) return `<div class="nothing"></div>\n`;
  const { first, last } = lines;
  const where = first === last ? `line ${first}` : `lines ${first}–${last}`;
  const code = column.lines
    .slice(first - 1, last)
    .map((line, at) => codeLine(line, first + at, column, comparison))
    .join("");
  return `<figure><figcaption>${column.way}, ${where}</figcaption><pre><code>${code}</code></pre></figure>\n`;
}

function codeLine(line: Line, number: number, column: Column, { chapter }: Comparison): string {
  const indent = textOf(line).search(/\S|$/);
  const mark = column.marks.get(number);
  const correction = column.corrections.find(({ last }) => last === number);
  const code =
    correction?.proof === undefined
      ? line.map(span).join("")
      : linked(line, `#proof-${keyOf(correction.proof, chapter.number)}`);
  const classes = mark === undefined ? "line" : `line ${mark}`;
  return `<span class="${classes}" data-n="${number}" style="--in: ${indent}">${code}\n</span>`;
}

/** A correction ends with its proof in brackets: that is the link, or all of the line where it was broken. */
function linked(line: Line, target: string): string {
  return line
    .map((piece) => {
      if (piece.kind !== "comment") return span(piece);
      const at = Math.max(0, piece.text.lastIndexOf("("));
      const link = `<a href="${target}">${escaped(piece.text.slice(at))}</a>`;
      return span({ ...piece, text: piece.text.slice(0, at) }) + link;
    })
    .join("");
}

function span({ text, kind }: Piece): string {
  return kind === undefined ? escaped(text) : `<span class="${kind}">${escaped(text)}</span>`;
}

function note(excerpt: Excerpt | NoExcerpt): string {
  const heading = escaped([excerpt.note, excerpt.heading].filter(Boolean).join(", "));
  const body =
    "reason" in excerpt
      ? `<p>${escaped(excerpt.reason)}</p>`
      : `<figure lang="zh"><figcaption>${escaped(excerpt.file)}</figcaption>` +
        `<pre class="prose">${escaped(excerpt.lines.join("\n"))}</pre></figure>` +
        (excerpt.more > 0 ? `<p>… and ${excerpt.more} lines more</p>` : "");
  return `<section>\n<h2>the notes <span>${heading}</span></h2>\n${body}\n</section>\n`;
}

function proofs(comparison: Comparison): string {
  const items = proofsOf(comparison).map(({ number, name, summary, file }) => {
    const command = `<code>${runner} chapter ${number} proof ${name}</code>`;
    const where = `<code>${escaped(pathOf(file))}</code>`;
    return `<li id="proof-${number}-${name}">${command}: ${escaped(summary)} (${where})</li>\n`;
  });
  if (items.length === 0) return "";
  return `<section id="proofs">
<h2>corrected <span>where the notes are wrong, and what shows it</span></h2>
<ul>
${items.join("")}</ul>
</section>
`;
}

function parts(columns: readonly Column[]): string {
  const items = columns
    .flatMap((column) => column.parts)
    .map((path) => `<li><code>${escaped(path)}</code></li>\n`);
  if (items.length === 0) return "";
  return `<section id="parts">\n<h2>beside the program</h2>\n<ul>\n${items.join("")}</ul>\n</section>\n`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
