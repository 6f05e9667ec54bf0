import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkCourse } from "@netnotes/course/gate";
import { lay, titleFrom } from "../src/scaffold/template.ts";
import { chapter, exercise } from "./bin.ts";

const CHAPTER = {
  NAME: "11-framing",
  NUMBER: "11",
  SLUG: "framing",
  PORT: "11011",
  TITLE: "Framing",
};
const EXERCISE = { PLACE: "11.1", PORT: "11011", TITLE: "Say it back" };

test("a new chapter is right in everything that can be laid out; the gate lists what is to be written", () => {
  const course = emptyCourse();
  lay("chapter", join(course.chapters, "11-framing"), CHAPTER);
  const rules = new Set(checkCourse(course.chapters, course.readme).map(({ rule }) => rule));
  expect([...rules]).toEqual(["unfinished"]);
  const places = checkCourse(course.chapters, course.readme).map(({ file }) => file);
  for (const file of ["README.md", "package.json", "demo.ts", "python/server.py", "node/client.ts"])
    expect(places).toContain(`chapters/11-framing/${file}`);
});

test("so is a new exercise, but that its chapter does not list it yet", () => {
  const course = emptyCourse();
  const folder = join(course.chapters, "11-framing");
  lay("chapter", folder, CHAPTER);
  const before = checkCourse(course.chapters, course.readme).length;
  lay("exercise", join(folder, "exercises/1-say-it-back"), EXERCISE);
  const after = checkCourse(course.chapters, course.readme);
  expect(after.filter(({ rule }) => rule !== "unfinished")).toMatchObject([
    { rule: "exercises", message: expect.stringContaining("does not list the exercise") as string },
  ]);
  expect(after.length).toBeGreaterThan(before + 10);
});

test("every place in a template is filled in", () => {
  const folder = join(emptyCourse().chapters, "11-framing");
  lay("chapter", folder, CHAPTER);
  lay("exercise", join(folder, "exercises/1-say-it-back"), EXERCISE);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true });
  for (const file of files.filter((entry) => entry.isFile())) {
    const text = readFileSync(join(file.parentPath, file.name), "utf8");
    expect(text.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/\{\{|\}\}(?!\))/);
  }
});

test("nothing that is there is overwritten", () => {
  const folder = join(emptyCourse().chapters, "11-framing");
  mkdirSync(folder);
  expect(() => lay("chapter", folder, CHAPTER)).toThrow("EEXIST");
  expect(readdirSync(folder)).toEqual([]);
});

test("a slug becomes a title", () => {
  expect(titleFrom("everybody-hears")).toBe("Everybody hears");
});

describe("a wrong name is answered with a right one", () => {
  test.each([
    [["new"], /^usage: pnpm chapter new NN-NAME, such as \d\d-framing\n$/],
    [["new", "framing"], /did you mean \d\d-framing\?\n$/],
    [["new", "05-framing"], /^chapter 05 is 05-udp: did you mean \d\d-framing\?\n$/],
    [
      ["new", "1-framing"],
      /^a chapter's number has two digits, 01 to 99: did you mean \d\d-framing\?\n$/,
    ],
    [["new", "77-Framing"], /^a chapter's name is a number and words in lower case/],
    [["new", "77-sockets"], /^sockets means 01-sockets: choose other words\n$/],
    [["new", "77-new"], /^new means this command: choose other words\n$/],
    [["new", "12"], /^a chapter's name is a number and words .*: not "12"\n$/],
    [
      ["new", "00-framing"],
      /^a chapter's number has two digits, 01 to 99: did you mean \d\d-framing/,
    ],
    [["new", "77-framing", "too"], /^usage: /],
  ])("chapter %j", (words, says) => {
    const { status, stdout, stderr } = chapter(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(says);
  });

  test.each([
    [["new", "05"], /^usage: pnpm exercise new NN N-NAME, such as 05 4-echo\n$/],
    [["new", "05", "echo"], /^chapter 05 has .*: did you mean 05 \d+-echo\?\n$/],
    [["new", "05", "99-echo"], /^chapter 05 has .*: did you mean 05 \d+-echo\?\n$/],
    [["new", "05", "4_echo"], /^an exercise's name is a number and words in lower case/],
    [["new", "99", "1-echo"], /^there is no chapter 99\n/],
  ])("exercise %j", (words, says) => {
    const { status, stdout, stderr } = exercise(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(says);
  });
});

/** A course without a chapter, until the test ends. */
function emptyCourse(): { chapters: string; readme: string } {
  const folder = mkdtempSync(join(tmpdir(), "netnotes-scaffold-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "chapters"));
  writeFileSync(join(folder, "README.md"), "# A course\n");
  return { chapters: join(folder, "chapters"), readme: join(folder, "README.md") };
}
