import { describe, expect, test } from "vitest";
import type { Checks } from "../src/check.ts";
import { failsBegun, type Judged, reportOn, reportOnAll } from "../src/report.ts";
import type { Verdict } from "../src/verdict.ts";

const run = async (): Promise<void> => {};
const checks: Checks = {
  one: { title: "does it", why: "because", run },
  two: { title: "does more", why: "because", run },
};
const good = { name: "one", title: "does it", why: "", status: "pass", seconds: 0.1 } as const;
const wrong = { sentence: "no", detail: "  expected  a", conversation: "c".repeat(600) };
const bad = { ...good, name: "two", title: "does more", status: "fail", wrong } as const;

const failed = judged("01.1", { status: "fail", seed: 1, results: [good, bad] });
const passed = judged("01.2", {
  status: "pass",
  seed: 1,
  results: [good, { ...good, name: "two", title: "does more" }],
});
const broken = judged("01.3", {
  status: "error",
  message: "mine.ts does not compile",
  seed: 1,
  results: [],
});
const notBegun = judged("01.4", undefined);

describe("as JSON", () => {
  test("one exercise has the shape of Exercism's results", () => {
    expect(JSON.parse(reportOn(failed, "json"))).toEqual({
      version: 3,
      status: "fail",
      tests: [
        { name: "one: does it", status: "pass" },
        {
          name: "two: does more",
          status: "fail",
          message: "no\n  expected  a",
          output: `${"c".repeat(498)} …`,
        },
      ],
    });
    expect(JSON.parse(reportOn(notBegun, "json"))).toEqual({
      version: 3,
      status: "error",
      message: "not begun: there is no mine.ts and no mine.py",
      tests: [],
    });
  });

  test("many have a score, and are named", () => {
    expect(JSON.parse(reportOnAll([failed, passed, notBegun], "json"))).toMatchObject({
      score: { points: 3, of: 6 },
      exercises: [
        { exercise: "01.1", title: "Echo", version: 3, status: "fail" },
        { exercise: "01.2", status: "pass" },
        { exercise: "01.4", status: "error" },
      ],
    });
  });
});

test("as Markdown there is a table, the score, and the conversations that failed", () => {
  const text = reportOnAll([failed, passed, broken, notBegun], "md");
  expect(text).toMatch(/^1 of 4 exercises pass: 3 of 8 points, one for each check\.\n/);
  expect(text).toContain("| 01.1 | Echo | 1 of 2 checks pass |\n");
  expect(text).toContain("| 01.2 | Echo | passes |\n");
  expect(text).toContain("| 01.3 | Echo | could not be checked: see below |\n");
  expect(text).toContain("| 01.4 | Echo | not begun |\n");
  expect(text).toContain("**01.1 two**: it does more\n\n```text\nno\n\n  expected  a\n\nccc");
  expect(text).toContain("**01.3**\n\n```text\nmine.ts does not compile\n```\n");
});

test("what a program has said does not end the Markdown's fence", () => {
  const results = [{ ...bad, wrong: { ...wrong, conversation: "```\n# not a heading" } }];
  const text = reportOn(judged("01.1", { status: "fail", seed: 1, results }), "md");
  expect(text).toContain("````text\nno\n\n  expected  a\n\n```\n# not a heading\n````\n");
});

describe("for Classroom", () => {
  test("each check is a test that is worth a point", () => {
    expect(JSON.parse(reportOnAll([failed, broken, notBegun], "classroom"))).toEqual({
      version: 1,
      status: "fail",
      max_score: 6,
      tests: [
        { name: "01.1 one: does it", status: "pass", score: 1, message: null },
        { name: "01.1 two: does more", status: "fail", score: 0, message: "no" },
        ...["one: does it", "two: does more"].map((name) => ({
          name: `01.3 ${name}`,
          status: "fail",
          score: 0,
          message: "mine.ts does not compile",
        })),
        ...["one: does it", "two: does more"].map((name) => ({
          name: `01.4 ${name}`,
          status: "fail",
          score: 0,
          message: "not begun: there is no mine.ts and no mine.py",
        })),
      ],
    });
  });

  test("what is not begun costs points and fails nobody", () => {
    expect(JSON.parse(reportOnAll([passed, notBegun], "classroom"))).toMatchObject({
      status: "pass",
      max_score: 4,
    });
    expect(failsBegun([passed, notBegun])).toBe(false);
    expect(failsBegun([passed, broken])).toBe(true);
  });
});

test("every form has the same score", () => {
  const all = [failed, passed, broken, notBegun];
  const [, points, of] = /: (\d+) of (\d+) points/.exec(reportOnAll(all, "md")) ?? [];
  const score = { points: Number(points), of: Number(of) };
  const { score: inJson } = JSON.parse(reportOnAll(all, "json")) as { score: object };
  const { tests, max_score } = JSON.parse(reportOnAll(all, "classroom")) as {
    tests: { status: string; score: number }[];
    max_score: number;
  };
  expect(score).toEqual({ points: 3, of: 8 });
  expect(inJson).toEqual(score);
  expect(tests.reduce((sum, each) => sum + each.score, 0)).toBe(score.points);
  expect(tests.filter(({ status }) => status === "pass")).toHaveLength(score.points);
  expect([tests.length, max_score]).toEqual([score.of, score.of]);
});

function judged(number: string, verdict: Verdict | undefined): Judged {
  return { exercise: { number, title: "Echo" }, checks, verdict };
}
