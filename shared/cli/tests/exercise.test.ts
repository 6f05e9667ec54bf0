import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { python, SKIPPED } from "@netnotes/test-harness/python";
import { describe, expect, test } from "vitest";
import { UsageError } from "../src/answer.ts";
import { readWords } from "../src/exercise/words.ts";
import { RIGHT, smallCourse } from "./small-course.ts";

const MINE = "chapters/01-greeting/exercises/1-greet/mine.ts";

test("a learner's way: list, begin, fail, read the hint, pass, go on", () => {
  const { run, write, folder } = smallCourse();
  expect(run()).toMatchObject({
    status: 0,
    stderr: "",
    stdout: expect.stringMatching(
      /^0 of 2 exercises passed\n\n01-greeting\n {2}01\.1 +Greet +not begun\n[^]*\nNext: pnpm exercise 01\.1 {2}Greet\n$/,
    ),
  });

  const begun = run("next");
  expect(begun.status).toBe(0);
  expect(begun.stdout).toMatch(/^01\.1 Greet\n\nWrite a program that greets\.\n/);
  expect(begun.stdout).toContain(`Your file, a copy of the starter: ${MINE}\n`);
  expect(readFileSync(join(folder, "mine.ts"), "utf8")).toBe('console.log("hullo");\n');

  const failed = run("01.1", "--seed", "7");
  expect(failed.status).toBe(1);
  expect(failed.stdout).toMatch(/^ {2}✘ {2}greets {2}greets\n {2}✘ {2}ends {4}ends\n/m);
  expect(failed.stdout).toMatch(/^greets: Your program printed something else than expected/m);
  expect(failed.stdout).toMatch(
    /^ {2}expected {2}hello\\n\n {2}but came {2}hullo\\n\n {13}\^ after 1 equal bytes\n/m,
  );
  expect(failed.stdout).toContain("\nWhy: Programs that meet greet.\n");
  expect(failed.stdout).toMatch(/^And 1 more:\n {2}ends {2}Your program printed something else/m);
  expect(failed.stdout).toMatch(
    /^ {2}pnpm exercise 01\.1 --hint +a hint\n {2}pnpm exercise 01\.1 --seed 7 /m,
  );
  const [seeded = "nothing"] = /mine\.ts [a-z]{4}$/m.exec(failed.stdout) ?? [];
  expect(run("1.1", "--seed", "7").stdout).toContain(`${seeded}\n`);
  expect(run("01.1", "--hint")).toMatchObject({ status: 0, stdout: "Say it.\n" });
  expect(run().stdout).toMatch(/^ {2}01\.1 {2}✘ {2}Greet {2}0 of 2 checks pass$/m);

  write(RIGHT);
  expect(run().stdout).toMatch(/^ {2}01\.1 {2}· {2}Greet {2}begun, not checked as it is now$/m);
  const passed = run("next");
  expect(passed.status).toBe(0);
  expect(passed.stdout).toContain("All 2 checks pass.");
  expect(passed.stdout).toContain("Next: pnpm exercise 01.2  Greet\n");
  expect(run().stdout).toMatch(/^1 of 2 exercises passed\n[^]*01\.1 {2}✔ {2}Greet {2}passed$/m);
});

test("where nothing can be written, the verdict is told all the same", () => {
  const { run, write, folder } = smallCourse();
  writeFileSync(join(folder, "../../../../.netnotes"), "in the way");
  write(RIGHT);
  const { status, stdout, stderr } = run("01.1");
  expect(stdout).toContain("All 2 checks pass.");
  expect(stderr).toMatch(/^not remembered: E[A-Z]+: .*\n$/);
  expect(status).toBe(0);
});

test("an exercise that can't be begun is one line", () => {
  const { run, folder } = smallCourse();
  rmSync(join(folder, "starter.ts"));
  expect(run("01.1")).toMatchObject({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(/^mine\.ts: ENOENT .*1-greet: there is no such folder\n$/),
  });
});

const withoutPython = python() === undefined && !process.env["CI"];
if (withoutPython) console.log(SKIPPED);
test.skipIf(withoutPython)(
  "an answer in Python is as good; one in each language is one too many",
  () => {
    const { run, write } = smallCourse();
    write('print("hello")\n', "mine.py");
    expect(run("01.1").stdout).toContain("All 2 checks pass.");
    write(RIGHT);
    expect(run("01.1")).toMatchObject({
      status: 2,
      stderr:
        "mine.ts and mine.py are both there: remove or rename the one that is not your answer\n",
    });
  },
);

test("--solution is a diff against the answer, --reset keeps the answer under another name", () => {
  const { run, write, folder } = smallCourse();
  expect(run("01.1", "--solution").stdout).toContain(RIGHT);
  write('console.log("hi");\n');
  const { stdout } = run("01.1", "--solution");
  expect(stdout).toContain('-console.log("hi");\n+console.log("hello");\n');
  expect(run("01.1", "--reset").status).toBe(0);
  const kept = readdirSync(folder).filter((name) => /^mine\.\d{4}-.*\.ts$/.test(name));
  expect(kept.map((name) => readFileSync(join(folder, name), "utf8"))).toEqual([
    'console.log("hi");\n',
  ]);
  expect(readFileSync(join(folder, "mine.ts"), "utf8")).toContain("hullo");
});

describe("--report", () => {
  test("json of one is Exercism's, of all has a score; nothing is laid", () => {
    const { run, write, folder } = smallCourse();
    expect(JSON.parse(run("01.1", "--report", "json").stdout)).toMatchObject({
      version: 3,
      status: "error",
      tests: [],
    });
    expect(existsSync(join(folder, "mine.ts"))).toBe(false);
    write(RIGHT);
    const all = run("--all", "--report", "json");
    expect(all.status).toBe(0);
    expect(JSON.parse(all.stdout)).toMatchObject({
      score: { points: 2 },
      exercises: [
        { exercise: "01.1", status: "pass", tests: [{ status: "pass" }, { status: "pass" }] },
        { exercise: "01.2", status: "error" },
      ],
    });
    expect(run("--all", "--report", "md").stdout).toContain("| 01.1 | Greet | passes |");
  });
});

test("a check that leaves something going does not keep the command", () => {
  const { run, write } = smallCourse();
  write(RIGHT);
  const body = `setInterval(() => {}, 1_000_000);`;
  write(
    `export default { one: { title: "t", why: "w", run: async () => { ${body} } } };\n`,
    "check.ts",
  );
  expect(run("01.1").status).toBe(0);
});

test("--run runs the answer with the arguments that follow", () => {
  const { run, write } = smallCourse();
  expect(run("01.1", "--run")).toMatchObject({ status: 2, stdout: "" });
  write("console.log(process.argv.slice(2).join(' '));\n");
  expect(run("01.1", "--run", "--port", "0", "--help")).toMatchObject({
    status: 0,
    stdout: "--port 0 --help\n",
  });
});

test("a check that does not await what fails passes nobody, and does not take the command down", () => {
  const { run, write } = smallCourse();
  write(RIGHT);
  const body = `const program = await start();
    void program.says("nobody awaits this");
    await program.ended();`;
  const check = `{ title: "t", why: "w", run: async ({ start }) => { ${body} } }`;
  write(`export default { one: ${check} };\n`, "check.ts");
  const { status, stdout, stderr } = run("01.1");
  expect(stdout).toMatch(
    /the check itself failed.*: it did not await this:\n.*"nobody awaits this"/,
  );
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
});

test("what is typed wrongly is answered with what there is, and the nearest", () => {
  const { run } = smallCourse();
  const wrong: [typed: string, answer: string][] = [
    ["01.3", "there is no exercise 01.3\nThere are: 01.1, 01.2"],
    ["01.gret", "there is no exercise 01.gret; did you mean 01.1?"],
    ["01.1 --hnt", "did you mean --hint?\nThere are: --task, --hint"],
    ["01 --report md", "--report md goes with one exercise, or with --all"],
  ];
  for (const [typed, answer] of wrong) {
    const { status, stdout, stderr } = run(...typed.split(" "));
    expect(stderr).toContain(answer);
    expect({ typed, status, stdout }).toEqual({ typed, status: 2, stdout: "" });
  }
});

test.each([
  ["01.1 --report pdf", "there is no report pdf; did you mean md?\nThere are: md, json, classroom"],
  ["01.1 --seed x", "--seed takes a whole number"],
  ["01.1 --seed", "argument missing"],
  ["01.1 --hint --reset", "--hint or --reset: one at a time"],
  ["01.1 --all --hint", "--all checks: leave --hint out"],
  ["--hint", "exercise 01.1 --hint"],
  ["01.1 01.2", "one exercise at a time: 01.1, or 01.2"],
])("%s is wrong usage", (typed, answer) => {
  expect(() => readWords(typed.split(" "))).toThrow(UsageError);
  expect(() => readWords(typed.split(" "))).toThrow(answer);
});

test("what follows --run is the program's own", () => {
  expect(readWords(["01.1", "--run", "--", "--hint"])).toMatchObject({
    act: "run",
    args: ["--hint"],
  });
});
