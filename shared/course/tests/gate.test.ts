import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { checkCourse, RULES } from "../src/gate.ts";
import { badCourses } from "./bad-courses.ts";
import { Course } from "./course-folder.ts";

/** What the gate says of a course, one line for each finding. */
function saidOf(course: Course): string[] {
  const { chapters, readme } = course.lay();
  return checkCourse(chapters, readme).map(
    ({ file, line, rule, message }) => `${file}:${line} ${rule}: ${message}`,
  );
}

test("a good course passes", () => {
  expect(saidOf(new Course())).toEqual([]);
});

test.each(badCourses)("$rule: $when", ({ rule, edit, says }) => {
  const course = new Course();
  edit(course);
  const [where = "", ...message] = says.split(" ");
  const place = join("chapters", where);
  expect(saidOf(course)).toEqual([`${place} ${rule}: ${message.join(" ")}`]);
});

test("every rule has been seen to fail", () => {
  const failing = new Set(badCourses.map(({ rule }) => rule));
  expect([...failing].sort()).toEqual([...Object.keys(RULES), "course"].sort());
});

test("what is a learner's own, or git's to ignore, is no finding", () => {
  const course = new Course()
    .write("chapters/01-greeting/node/mine.ts", "import 'utils'")
    .write("chapters/01-greeting/python/mine.py", "import utils")
    .write("chapters/01-greeting/proofs/mine.ts", "x")
    .write("chapters/01-greeting/tests/mine.test.ts", "x")
    .write("chapters/01-greeting/exercises/1-again/mine.ts", "x")
    .write("chapters/01-greeting/exercises/1-again/wrong/mine.ts", "x")
    .write("chapters/01-greeting/python/__pycache__/server.pyc", "x")
    .write("chapters/01-greeting/node_modules/argparse/index.js", "x")
    .write("chapters/01-greeting/test-results.json", "{}")
    .write("chapters/01-greeting/received/upload.txt", "x")
    .write("chapters/02-gone/node_modules/argparse/index.js", "x")
    .write("chapters/mine.md", "x");
  expect(saidOf(course)).toEqual([]);
});

test("findings come by file, then by line", () => {
  const course = new Course()
    .replace("chapters/01-greeting/python/server.py", "# step greet:", "# Step greet:")
    .replace("chapters/01-greeting/python/server.py", "import socket", "import numpy, socket")
    .remove("chapters/01-greeting/demo.ts");
  const places = saidOf(course).map((line) => line.split(" ")[0]?.replace(/^.*greeting\//, ""));
  expect(places[0]).toBe("demo.ts:1");
  expect(places.filter((place) => place?.startsWith("python"))).toEqual([
    "python/server.py:1",
    "python/server.py:9",
    "python/server.py:22",
  ]);
});

test("a broken chapter does not hide what is wrong in another", () => {
  const course = new Course()
    .write("chapters/02-parting/package.json", "{")
    .remove("chapters/01-greeting/demo.ts");
  const said = saidOf(course);
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/^chapters\/01-greeting\/demo\.ts:1 layout: is missing/);
  expect(said[1]).toMatch(/^chapters\/02-parting\/package\.json:1 course: is not JSON: /);
});

test("without Python, the gate says what it could not read", () => {
  vi.stubEnv("PATH", "");
  onTestFinished(() => void vi.unstubAllEnvs());
  const path = "chapters/01-greeting/python/bits.py";
  const course = new Course().append(path, "# never seen before\n");
  expect(saidOf(course)).toContain(`${path}:1 parses: could not be read: the gate needs python3`);
});
