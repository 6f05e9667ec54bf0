import { stripVTControlCharacters } from "node:util";
import { readCourse } from "@netnotes/course/chapter";
import { widthOf } from "@netnotes/course/width";
import { describe, expect, test } from "vitest";
import { compare, type Comparison } from "../../src/compare/comparison.ts";
import { sideBySide } from "../../src/compare/terminal.ts";
import { compared, codeOfFile, SMALL } from "./folder.ts";

function plain(comparison: Comparison, width: number): string[] {
  return sideBySide(comparison, width).map(stripVTControlCharacters);
}

/** What stands between the rows' title and the foot. */
function row(width: number, step: string): string[] {
  const lines = plain(compared(SMALL, { steps: [step] }), width);
  const start = lines.indexOf(`step ${step}`);
  return lines.slice(start + 1, lines.indexOf("", start));
}

test("from 150 columns on, three ways stand beside each other, without main's indentation", () => {
  expect(row(150, "answer")).toEqual([
    "─ python ───────────────────────────────┬── literal ─────────────────────────────────────┬── node ────────────────────────────────────────────────────",
    "24  # step answer: 说一句话             │ 16  // step answer: 说一句话                   │  4  // step answer: when it is asked",
    '25  hello(s)                            │ 17  s.send("a < b && \\"c\\"");                  │  5  const answer = (s) =>',
    '                                        │                                                │  ↳    s.end("</pre><script>alert(1)</script>");',
  ]);
});

test("from 100 on two, and the third below them", () => {
  expect(row(100, "bind")).toEqual([
    "─ python ───────────────────────────────┬── literal ────────────────────────────────────",
    "19  # step bind: take an address        │ 11  // step bind: take an address",
    "20! # corrected: the notes took         │ 12! // corrected: the notes took",
    "21! # another (proof taken)             │ 13! // another (proof taken)",
    '22  s.bind(("", 0))                     │ 14  s.bind(["", 0]);',
    expect.stringMatching(/^─ node ─+$/),
    " 7  // steps bind open: one call does both",
    " 8! // corrected: the notes took",
    " 9! // another (proof taken)",
    "10  net.createServer(answer).listen(0);",
  ]);
});

test("below that each stands alone; Infinity breaks no line", () => {
  const [first, , ...others] = row(60, "answer");
  expect(first).toMatch(/^─ python ─+$/);
  expect(others.join("\n")).toMatch(/\n─ literal ─+\n[^]*\n─ node ─+\n/);
  const widest = '  const answer = (s) => s.end("</pre><script>alert(1)</script>");';
  expect(row(Infinity, "answer").at(-1)).toBe(` 5${widest}`);
});

test("code that does several steps is shown once, and pointed to from the others", () => {
  const lines = plain(compared(), 100);
  expect(lines.filter((line) => line.includes("see step"))).toEqual(["see step open"]);
});

test("the head says which files, and why a way is missing; the foot, what shows the corrections", () => {
  const files = Object.fromEntries(
    Object.entries(SMALL).filter(([name]) => !name.startsWith("node/")),
  );
  files["package.json"] = JSON.stringify({ netnotes: { without: { server: { node: "none" } } } });
  const text = plain(compared(files), 80).join("\n");
  expect(text).toMatch(/^77 server: Answers\.\n\npython {3}.*python\/server\.py$/m);
  expect(text).toMatch(/^node {5}there is none: none\nfrom {5}S1, 端口复用$/m);
  expect(text).toMatch(/^ {2}\S+ chapter 77 proof taken\n {6}Who has an address\.$/m);
  expect(text).toMatch(/^Beside the program:\n.*greeting\.py\n.*words\.py$/m);
});

describe("every program of the course", () => {
  const course = readCourse().flatMap((chapter) =>
    chapter.programs.map((program) => compare(chapter, program)),
  );

  // One width for each number of ways beside each other; in CI more of them.
  const widths = process.env["CI"] === undefined ? [60, 100, 150] : [60, 80, 100, 120, 150, 200];
  test.each(widths)("has no line wider than %i columns", (width) => {
    for (const comparison of course) {
      for (const line of sideBySide(comparison, width)) {
        if (widthOf(line) > width) throw new Error(`${comparison.columns[0]?.path}: ${line}`);
      }
    }
  });

  test("shows each line of each way once, with its number", () => {
    for (const comparison of course) {
      const shown = numberedLines(plain(comparison, Infinity));
      for (const { way, path } of comparison.columns) {
        expect(shown.get(way)?.toSorted(), path).toEqual(codeOfFile(path).toSorted());
      }
    }
  });
});

/** By way, `12 code` for each numbered line. */
function numberedLines(lines: readonly string[]): Map<string, string[]> {
  const shown = new Map<string, string[]>();
  let way = "";
  for (const line of lines) {
    way = /^─ (\w+) ─/.exec(line)?.[1] ?? way;
    const [, number, code] = /^ *(\d+)[! ] (.*\S)$/.exec(line) ?? [];
    if (number !== undefined) shown.set(way, [...(shown.get(way) ?? []), `${number} ${code}`]);
  }
  return shown;
}
