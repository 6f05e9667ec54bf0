/** A learner, from the clone to the report that a teacher reads: in CI, for it installs everything once more. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "@netnotes/compile";
import { THOROUGH } from "@netnotes/test-harness/thoroughness";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { NEUTRAL, type Result } from "./bin.ts";

let clone: string;

if (!THOROUGH) console.log("the learner's clone is made in CI only: it installs everything");

beforeAll(() => {
  if (!THOROUGH) return;
  clone = mkdtempSync(join(tmpdir(), "netnotes-learner-"));
  for (const file of listed()) cpSync(join(root, file), join(clone, file));
  const installed = node("shared/cli/launch.mjs", "install");
  if (installed.status !== 0) throw new Error(installed.stdout + installed.stderr);
}, 120_000);

afterAll(() => {
  if (THOROUGH) rmSync(clone, { recursive: true });
});

describe.runIf(THOROUGH)("a learner", () => {
  test("begins two exercises: each has its own file now, and the task's gist is told", () => {
    for (const number of ["01.1", "01.2"]) {
      const { status, stdout, stderr } = exercise(number);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).toContain(`${number} `);
      expect(stdout).toContain("mine.ts");
      expect(existsSync(join(folderOf(number), "mine.ts"))).toBe(true);
    }
    expect(exercise("01").stdout).toMatch(/^0 of \d+ exercises passed\n/);
  });

  test("solves one, and gets the other wrong: the report says which, and what is wrong", () => {
    put("01.1", "solution.ts");
    const [wrong = ""] = readdirSync(join(folderOf("01.2"), "wrong"));
    put("01.2", `wrong/${wrong}`);
    const [check = ""] = wrong.split(".");

    const { status, stdout } = exercise("--all", "01", "--report", "md", ...toFiles());
    expect(status).toBe(1);
    expect(stdout).toMatch(/^1 of \d+ exercises pass: \d+ of \d+ points, one for each check\.\n/);
    expect(stdout).toMatch(/^\| 01\.1 \| .* \| passes \|$/m);
    expect(stdout).toMatch(/^\| 01\.2 \| .* \| \d+ of \d+ checks pass \|$/m);
    expect(stdout).toMatch(/^\| 01\.3 \| .* \| not begun \|$/m);
    expect(stdout).toContain(`**01.2 ${check}**: it `);
    expect(reported()).toMatchObject({ status: "fail" });
    expect(exercise("next").stdout).toContain("01.2");
  });

  test("mends it: the report passes, though the third is not begun", () => {
    put("01.2", "solution.ts");
    const before = reported().tests.filter(({ status }) => status === "pass").length;
    const { status, stdout } = exercise("--all", "01", "--report", "json", ...toFiles());
    expect(status).toBe(0);
    const { score, exercises } = JSON.parse(stdout) as {
      score: { points: number; of: number };
      exercises: { exercise: string; version: number; status: string }[];
    };
    expect(exercises.map(({ exercise, status }) => `${exercise} ${status}`)).toEqual([
      "01.1 pass",
      "01.2 pass",
      "01.3 error",
    ]);
    const { status: verdict, tests, max_score } = reported();
    const passed = tests.filter((each) => each.status === "pass").length;
    expect(verdict).toBe("pass");
    expect(passed).toBeGreaterThan(before);
    expect({ points: passed, of: max_score }).toEqual(score);
    expect(exercise("01").stdout).toMatch(/^2 of 3 exercises passed\n/);
    expect(exercise("next", "--task").stdout).toMatch(/^# /);
  });
});

/** The files of the project as git would hand them on, without a learner's own. */
function listed(): string[] {
  const { stdout } = spawnSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
  });
  const files = stdout.split("\0").filter((file) => file !== "" && existsSync(join(root, file)));
  return files.filter((file) => !basename(file).startsWith("mine."));
}

function exercise(...words: string[]): Result {
  return node("shared/cli/bin/exercise.mjs", ...words);
}

function node(...words: string[]): Result {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: clone,
    env: NEUTRAL,
    encoding: "utf8",
  });
  return { status: status ?? signal, stdout, stderr };
}

/** `01.2` is chapters/01-sockets/exercises/2-…. */
function folderOf(number: string): string {
  const folder = join(clone, "chapters/01-sockets/exercises");
  const place = number.split(".")[1] ?? "";
  return join(folder, readdirSync(folder).find((name) => name.startsWith(`${place}-`)) ?? "");
}

/** Copies an answer of the exercise's own to where the learner's is. */
function put(number: string, answer: string): void {
  cpSync(join(folderOf(number), answer), join(folderOf(number), "mine.ts"));
}

function toFiles(): string[] {
  return ["--report", `classroom=${join(clone, "classroom.json")}`];
}

function reported(): { status: string; max_score: number; tests: { status: string }[] } {
  return JSON.parse(readFileSync(join(clone, "classroom.json"), "utf8")) as ReturnType<
    typeof reported
  >;
}
