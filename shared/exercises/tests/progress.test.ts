import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Exercise } from "@netnotes/course/exercise";
import { scratch } from "@netnotes/test-harness";
import { expect, test } from "vitest";
import { answerTo, layStarter, putAside, TwoAnswers } from "../src/answer.ts";
import { keyOf, remember, standingOf } from "../src/progress.ts";
import type { Verdict } from "../src/verdict.ts";

/** An exercise in an empty folder, and where its progress is remembered. */
function begin(): { exercise: Exercise; file: string } {
  const folder = join(scratch(), "1-echo");
  mkdirSync(folder);
  writeFileSync(join(folder, "starter.ts"), "// the starter\n");
  writeFileSync(join(folder, "check.ts"), "// the check\n");
  const exercise = {
    number: "01.1",
    slug: "echo",
    name: "1-echo",
    chapter: "01-sockets",
    title: "Echo",
    folder,
  };
  return { exercise, file: join(folder, "progress/progress.json") };
}

function verdict(passed: number, total: number): Verdict {
  const results = Array.from({ length: total }, (_, at) => ({
    name: `${at}`,
    title: "",
    why: "",
    seconds: 0,
    status: at < passed ? ("pass" as const) : ("fail" as const),
  }));
  return { status: passed === total ? "pass" : "fail", seed: 1, results };
}

test("an answer is begun with the starter, and never laid over another", () => {
  const { exercise } = begin();
  expect(answerTo(exercise)).toBeUndefined();
  const mine = layStarter(exercise);
  expect(readFileSync(mine, "utf8")).toBe("// the starter\n");
  expect(answerTo(exercise)).toBe(mine);
  expect(() => layStarter(exercise)).toThrow("EEXIST");
});

test("an answer in each language is one too many", () => {
  const { exercise } = begin();
  layStarter(exercise);
  writeFileSync(join(exercise.folder, "mine.py"), "");
  expect(() => answerTo(exercise)).toThrow(TwoAnswers);
  expect(standingOf(exercise).state).toBe("two answers");
});

test("an answer that is put aside is kept under its time, also the second one of a second", () => {
  const { exercise } = begin();
  const now = new Date("2026-11-21T16:50:00Z");
  const [first, second] = [0, 1].map(() => putAside(layStarter(exercise), now));
  expect(basename(first ?? "")).toBe("mine.2026-11-21T16-50-00.ts");
  expect(basename(second ?? "")).toBe("mine.2026-11-21T16-50-00-2.ts");
  expect(answerTo(exercise)).toBeUndefined();
});

test("progress is known until the answer or its check changes", () => {
  const { exercise, file } = begin();
  expect(standingOf(exercise, file)).toEqual({ state: "not begun" });
  const mine = layStarter(exercise);
  expect(standingOf(exercise, file)).toEqual({ state: "changed" });

  remember(exercise, keyOf(exercise, mine), verdict(1, 3), file);
  expect(standingOf(exercise, file)).toEqual({ state: "failed", passed: 1, total: 3 });
  remember(exercise, keyOf(exercise, mine), verdict(3, 3), file);
  expect(standingOf(exercise, file)).toEqual({ state: "passed", passed: 3, total: 3 });

  writeFileSync(join(exercise.folder, "check.ts"), "// a stricter check\n");
  expect(standingOf(exercise, file)).toEqual({ state: "changed" });
  remember(exercise, keyOf(exercise, mine), verdict(3, 3), file);
  writeFileSync(mine, "// changed\n");
  expect(standingOf(exercise, file)).toEqual({ state: "changed" });
});

test("a verdict without results is no pass, and a spoilt memory is no error", () => {
  const { exercise, file } = begin();
  const mine = layStarter(exercise);
  remember(exercise, keyOf(exercise, mine), verdict(0, 0), file);
  expect(standingOf(exercise, file).state).toBe("failed");
  writeFileSync(file, "{");
  expect(standingOf(exercise, file)).toEqual({ state: "changed" });
  remember(exercise, keyOf(exercise, mine), verdict(1, 1), file);
  expect(standingOf(exercise, file).state).toBe("passed");
  expect(existsSync(file)).toBe(true);
});
