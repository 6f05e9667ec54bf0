import { basename } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { Chapter } from "../src/chapter.ts";
import {
  findChapter,
  findFile,
  findProgram,
  findProof,
  findScene,
  findWay,
  MissingWay,
  UnknownName,
} from "../src/find.ts";
import { Course } from "./course-folder.ts";

let chapters = "";
let chapter: Chapter;

beforeEach(() => {
  const course = new Course();
  for (const name of ["05-udp", "10-socketserver"])
    course.write(`chapters/${name}/package.json`, "{}");
  chapters = course.lay().chapters;
  chapter = findChapter("1", chapters);
});

/** What a search throws. */
function failure(search: () => unknown): unknown {
  try {
    search();
  } catch (error) {
    return error;
  }
  throw new Error("found after all");
}

describe("a chapter", () => {
  test.each(["5", "05", "udp", "05-udp"])("is found by %s", (typed) => {
    expect(findChapter(typed, chapters).name).toBe("05-udp");
  });

  test.each(["0", "005", "5-udp", "05-", "ud", "05-ud", "socket", "-udp", "", "../05-udp", "UDP"])(
    "is not found by %j",
    (typed) => {
      expect(failure(() => findChapter(typed, chapters))).toMatchObject({
        name: "UnknownName",
        kind: "chapter",
        typed,
        known: ["01-greeting", "05-udp", "10-socketserver"],
      });
    },
  );

  test.each([
    ["upd", "05-udp"],
    ["UDP", "05-udp"],
    ["05-udo", "05-udp"],
    ["socketsever", "10-socketserver"],
    ["6", undefined],
    ["11", undefined],
    ["select", undefined],
  ])("%s is nearest to %s", (typed, nearest) => {
    expect(failure(() => findChapter(typed, chapters))).toMatchObject({ nearest });
  });
});

test("a program is found by its role, and nothing shorter", () => {
  expect(findProgram(chapter, "server").role).toBe("server");
  const error = failure(() => findProgram(chapter, "sever"));
  expect(error).toBeInstanceOf(UnknownName);
  expect(error).toMatchObject({
    kind: "program",
    message: "there is no program sever",
    known: ["server", "client", "bits"],
    nearest: "server",
  });
  expect(failure(() => findProgram(chapter, "serv"))).toMatchObject({ typed: "serv" });
});

test("a proof is found by its name", () => {
  expect(findProof(chapter, "order").name).toBe("order");
  expect(failure(() => findProof(chapter, "odrer"))).toMatchObject({
    kind: "proof",
    known: ["order", "silence"],
    nearest: "order",
  });
});

test("a scene is found by its name, and not in what every object has", () => {
  const scenes = { greeting: { title: "Hello." } };
  expect(findScene(scenes, "greeting").title).toBe("Hello.");
  expect(failure(() => findScene(scenes, "toString"))).toMatchObject({
    kind: "scene",
    known: ["greeting"],
    nearest: undefined,
  });
});

test("a way is found by its name", () => {
  expect(findWay("node")).toBe("node");
  expect(failure(() => findWay("pyhton"))).toMatchObject({
    kind: "way",
    known: ["python", "literal", "node"],
    nearest: "python",
  });
});

test("a way that a program lacks comes with the chapter's reason", () => {
  const bits = findProgram(chapter, "bits");
  expect(basename(findFile(bits, "python"))).toBe("bits.py");
  const error = failure(() => findFile(bits, "node"));
  expect(error).toBeInstanceOf(MissingWay);
  expect(error).toMatchObject({
    message: "bits has no node way",
    reason: "the literal way is the same there",
    known: ["python", "literal"],
  });
});
