import { join } from "node:path";
import { root } from "@netnotes/compile";
import { beforeEach, describe, expect, test } from "vitest";
import { compiled } from "../run.cjs";
import { allExercises, findExercise } from "../src/find-exercise.ts";
import { UnknownName } from "../src/find.ts";
import { Course } from "./course-folder.ts";

let chapters = "";

beforeEach(() => {
  const course = new Course();
  for (const name of ["10-last", "2-second"]) {
    course.write(`chapters/01-greeting/exercises/${name}/task.md`, `# ${name}\n`);
  }
  chapters = course.lay().chapters;
});

describe("an exercise", () => {
  test.each(["01.1", "1.1", "1.01", "greeting.1", "01.again", "01-greeting.1-again"])(
    "is found by %s",
    (typed) => {
      expect(findExercise(typed, chapters)).toMatchObject({ number: "01.1", title: "Again" });
    },
  );

  test("is found by its folder's path, and by that of a file in it", () => {
    const folder = join(chapters, "01-greeting/exercises/1-again");
    expect(findExercise(folder, chapters).number).toBe("01.1");
    expect(findExercise(join(folder, "wrong/twice.once.ts"), chapters).number).toBe("01.1");
  });

  test.each([
    ["01.4", undefined],
    ["01.", undefined],
    ["01.1.1", undefined],
    ["01.agian", "01.1"],
    ["agian", "01.1"],
    ["greeting.agian", "01.1"],
    ["./nowhere", undefined],
  ])("%s is none: what there is, and the nearest", (typed, nearest) => {
    const search = (): unknown => findExercise(typed, chapters);
    expect(search).toThrow(UnknownName);
    expect(search).toThrow(
      expect.objectContaining({ kind: "exercise", known: ["01.1", "01.2", "01.10"], nearest }),
    );
  });

  test("of a chapter that is none leads to the chapters", () => {
    expect(() => findExercise("greting.1", chapters)).toThrow(
      expect.objectContaining({ kind: "chapter", nearest: "01-greeting" }),
    );
  });
});

test("exercises come by number, not by letter", () => {
  expect(allExercises(chapters).map(({ number }) => number)).toEqual(["01.1", "01.2", "01.10"]);
});

test("an answer over stdlib is compiled as a literal program is, any other one as a module", () => {
  const folder = join(root, "chapters/01-sockets/exercises/1-say-it-back");
  expect(compiled(join(folder, "solution.ts"))).toMatch(/\.cjs$/);
  expect(compiled(join(folder, "right/streams.ts"))).toMatch(/\.mjs$/);
});
