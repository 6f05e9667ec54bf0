/**
 * A course of two exercises that need no network, in a folder of its own, for the command to work in.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { exercise, type Result } from "./bin.ts";

const CHECK = `export default {
  greets: { title: "greets", why: "Programs that meet greet.", run: async ({ start, random }) => {
    const program = await start({ args: [random.text(4)] });
    await program.says("hello");
  } },
  ends: { title: "ends", why: "All things end.", run: async ({ start }) => {
    const program = await start();
    await program.says("hello");
    await program.exits(0);
  } },
};
`;

const TASK = `# Greet

Write a program that
greets.

## Why
`;

export const RIGHT = 'console.log("hello");\n';

export interface SmallCourse {
  /** Absolute path of the first exercise. */
  readonly folder: string;
  /** For commands that are started by hand. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs `exercise …` in it. */
  readonly run: (...args: string[]) => Result;
  /** Writes the first exercise's answer. */
  readonly write: (text: string, file?: string) => void;
}

export function smallCourse(): SmallCourse {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "netnotes-small-")));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const chapter = join(home, "chapters/01-greeting");
  const files = {
    "task.md": TASK,
    "hint.md": "Say it.\n",
    "check.ts": CHECK,
    "starter.ts": 'console.log("hullo");\n',
    "solution.ts": RIGHT,
  };
  put(join(chapter, "package.json"), "{}");
  for (const name of ["1-greet", "2-greet-again"]) {
    for (const [file, text] of Object.entries(files))
      put(join(chapter, "exercises", name, file), text);
  }
  const env = { NETNOTES_COURSE: join(home, "chapters") };
  const folder = join(chapter, "exercises/1-greet");
  return {
    folder,
    env,
    run: (...args) => exercise(args, { env, cwd: home }),
    write: (text, file = "mine.ts") => put(join(folder, file), text),
  };
}

function put(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
