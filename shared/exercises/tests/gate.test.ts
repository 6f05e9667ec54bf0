import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Exercise } from "@netnotes/course/exercise";
import { scratch } from "@netnotes/test-harness";
import { expect, test } from "vitest";
import { runExercises } from "../src/gate.ts";

type Files = Readonly<Record<string, string>>;

/** A good exercise: two lines are to be printed. */
const GOOD: Files = {
  "task.md": "`hello`, `twice`\n\n**The starter fails at:** `hello`\n",
  "check.ts": checks("hello", "twice"),
  "starter.ts": "export {};\n",
  "solution.ts": 'console.log("hello\\nhello");\n',
  "wrong/hello.shouts.ts": 'console.log("HELLO");\n',
  "wrong/twice.once.ts": 'console.log("hello");\n',
};

function checks(
  first: string,
  second: string,
  body = 'await (await start()).says("hello");',
): string {
  return `export default {
    "${first}": { title: "greets", why: "Why not?", run: async ({ start }) => { ${body} } },
    "${second}": { title: "greets twice", why: "Why not?", run: async ({ start }) => {
      const program = await start();
      await program.says("hello");
      await program.says("hello");
    } },
  };\n`;
}

/** Of a good exercise what is run where a wrong answer says nothing about the fault. */
const LEAN: Files = Object.fromEntries(
  Object.entries(GOOD).filter(([path]) => !path.startsWith("wrong/")),
);

/** One thing wrong, in one file more or other, and what the gate says of it. */
const BAD: [what: string, files: Files, finding: string | RegExp][] = [
  [
    "a starter passes",
    { "starter.ts": 'console.log("hello");\n' },
    "starter.ts passes `hello`, at which task.md says that it fails",
  ],
  [
    "a starter fails elsewhere",
    { "task.md": "`hello`, `twice`\n**The starter fails at:** `twice`\n" },
    /^starter\.ts fails at `hello`, not at `twice`: your program ended, or closed its output/,
  ],
  [
    "a starter fails at no check",
    { "task.md": "`hello`, `twice`\n**The starter fails at:** `helo`\n" },
    "task.md says that the starter fails at `helo`: no check has that name",
  ],
  [
    "a starter does not compile",
    { "starter.ts": "(" },
    /^starter\.ts starter\.ts does not compile/,
  ],
  [
    "a solution fails",
    { "solution.ts": 'console.log("hello");\n' },
    /^solution\.ts fails at `twice`: your program ended/,
  ],
  [
    "a right answer fails",
    { "right/quiet.ts": "export {};\n" },
    /^right\/quiet\.ts fails at `hello`/,
  ],
  [
    "a wrong answer passes",
    { "wrong/hello.right.ts": 'console.log("hello");\n' },
    "wrong/hello.right.ts passes `hello`, the check that is there to reject it",
  ],
  [
    "a wrong answer is named after no check",
    { "wrong/helo.x.ts": "export {};\n" },
    "wrong/helo.x.ts is named after the check helo; there are: hello, twice",
  ],
  [
    "a check rejects everything by mistake",
    { "check.ts": checks("hello", "twice", "start.start();") },
    /^starter\.ts `hello`: TypeError: start\.start is not a function/,
  ],
  ["checks do not load", { "check.ts": "import './nowhere.ts'" }, /^check\.ts does not load: /],
  [
    "a check is not named in the task",
    { "task.md": "`hello`\n**The starter fails at:** `hello`\n" },
    "task.md does not name the check `twice`",
  ],
  [
    "a check is not in kebab case",
    { "check.ts": checks("hello", "Twice"), "wrong/twice.once.ts": "" },
    "check.ts Twice is not in kebab case",
  ],
  [
    "a check has no why",
    { "check.ts": checks("hello", "twice").replace("Why not?", "") },
    "check.ts hello has no title or no why",
  ],
  [
    "there is one check only",
    { "check.ts": checks("hello", "hello") },
    "check.ts has 1 checks; 2 are the least",
  ],
];

test("a good exercise passes, and each rule on running it can fail", async () => {
  const folder = scratch();
  const exercises = [GOOD, ...BAD.map(([, files]) => ({ ...LEAN, ...files }))].map((files, at) =>
    lay(join(folder, `${at + 1}-greet`), files),
  );
  const found = (await runExercises(exercises)).map((problems, at) =>
    problems.map(
      ({ file, message }) => `${file.slice(exercises[at]?.folder.length).slice(1)} ${message}`,
    ),
  );
  expect(found[0]).toEqual([]);
  for (const [at, [what, , finding]] of BAD.entries()) {
    const matching = typeof finding === "string" ? finding : expect.stringMatching(finding);
    expect(found[at + 1], what).toContainEqual(matching);
  }
});

function lay(folder: string, files: Files): Exercise {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return {
    number: "01.1",
    slug: "greet",
    name: "1-greet",
    chapter: "01-x",
    title: "Greet",
    folder,
  };
}
