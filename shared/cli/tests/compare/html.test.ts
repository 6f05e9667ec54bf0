import { readCourse } from "@netnotes/course/chapter";
import { expect, test } from "vitest";
import { compare } from "../../src/compare/comparison.ts";
import { htmlOf } from "../../src/compare/html.ts";
import { compared, codeOfFile } from "./folder.ts";

test("is one document, with nothing from elsewhere and no script", () => {
  const small = htmlOf(compared());
  expect(small).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(small).toContain('<meta charset="utf-8">');
  expect(small).toContain("width=device-width");
  expect(small).not.toMatch(/<script|<link|<img|@import|url\(|\ssrc=|https?:/i);
});

test("code is escaped, and stays code", () => {
  const small = htmlOf(compared());
  expect(small).toContain("&lt;/pre&gt;&lt;script&gt;");
  expect(small).toContain("&quot;a &lt; b &amp;&amp; ");
});

test("a step is a heading with an anchor; its title breaks off where its sentence goes on", () => {
  const small = htmlOf(compared());
  expect(small).toContain('<section id="step-bind">\n<h2><a href="#step-bind">bind</a>');
  expect(small).toContain("<span>an endpoint …</span>");
  expect(small).toContain('see <a href="#step-open">step open</a>');
});

test("a correction is marked, and leads to its proof", () => {
  const small = htmlOf(compared());
  const line = /<span class="line corrected" data-n="21".*\n<\/span>/.exec(small)?.[0];
  expect(line).toContain('<a href="#proof-77-taken">(proof taken)</a>');
  expect(small).toMatch(/<li id="proof-77-taken"><code>\S+ chapter 77 proof taken<\/code>/);
});

test("what the notes say stands above, escaped; what is missing, too", () => {
  const origin = { note: "S1", heading: "端口复用" };
  const page = htmlOf(compared(), [
    { ...origin, file: "one.txt", lines: ["a <b>", "c"], more: 7 },
    { ...origin, reason: "nobody <knows>" },
  ]);
  expect(page).toContain(
    '<pre class="prose">a &lt;b&gt;\nc</pre></figure><p>… and 7 lines more</p>',
  );
  expect(page).toContain("<p>nobody &lt;knows&gt;</p>");
  expect(page.indexOf("a &lt;b&gt;")).toBeLessThan(page.indexOf("before the first step"));
});

test("every program of the course: each line is there once, and each link leads somewhere", () => {
  for (const chapter of readCourse()) {
    for (const program of chapter.programs) {
      const comparison = compare(chapter, program);
      const page = htmlOf(comparison);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, program.role).toBe(ids.length);
      for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
      expect(codeOf(page).toSorted(), program.role).toEqual(
        comparison.columns.flatMap(({ path }) => codeOfFile(path)).toSorted(),
      );
    }
  }
});

/** `12 code` for each line that is not empty. */
function codeOf(page: string): string[] {
  const lines = page.matchAll(
    /<span class="line[^"]*" data-n="(\d+)" style="[^"]*">(.*)\n<\/span>/g,
  );
  return [...lines].flatMap(([, number, code = ""]) => {
    const text = code
      .replace(/<[^>]*>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
    return text.trim() === "" ? [] : [`${number} ${text}`];
  });
}
