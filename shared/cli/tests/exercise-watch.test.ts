import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { isAlive, pathOf } from "./bin.ts";
import { RIGHT, type SmallCourse, smallCourse } from "./small-course.ts";

/** A program that does not end, and tells by a file that it runs: a check waits 3 s for what it says. */
const SILENT = `import { writeFileSync } from "node:fs";
writeFileSync(process.env["SILENT_RUNS"] ?? "", String(process.pid));
setInterval(() => {}, 1000);
`;

test("--watch checks again after a save, made by writing or by renaming", async () => {
  const course = smallCourse();
  const { heard, signal, ended } = watching(course);
  await heard("Your file, a copy of the starter");
  await heard("but came  hullo");
  await heard("Watching: save to check again");

  course.write('console.log("hallo");\n');
  await heard("but came  hallo");

  renamed(course, 'console.log("hollo");\n');
  await heard("but came  hollo");
  renamed(course, RIGHT);
  await heard("All 2 checks pass.");

  signal("SIGINT");
  expect(await ended).toEqual([null, "SIGINT"]);
});

test("a save cuts off the run of what was there before", async () => {
  const course = smallCourse();
  course.write(SILENT);
  const sign = join(course.folder, "../../silent-runs");
  const { heard, said } = watching(course, { SILENT_RUNS: sign });
  while (!existsSync(sign)) await setTimeout(5);
  course.write(RIGHT);
  await heard("All 2 checks pass.");
  expect(said()).not.toContain("✘");
});

test("Ctrl+C in the middle of a check ends it at once, and leaves no program behind", async () => {
  const course = smallCourse();
  course.write(SILENT);
  const sign = join(course.folder, "../../silent-runs");
  const { signal, ended } = watching(course, { SILENT_RUNS: sign });
  while (!existsSync(sign) || readFileSync(sign, "utf8") === "") await setTimeout(5);
  signal("SIGINT");
  expect(await ended).toEqual([null, "SIGINT"]);
  while (isAlive(Number(readFileSync(sign, "utf8")))) await setTimeout(5);
});

/** Saves as many editors do: the file that was there is gone afterwards. */
function renamed({ folder }: SmallCourse, text: string): void {
  const draft = join(folder, "mine.ts~");
  writeFileSync(draft, text);
  renameSync(draft, join(folder, "mine.ts"));
}

/** Starts the command on the first exercise; the test's end ends it. */
function watching({ env }: SmallCourse, more: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [pathOf("exercise"), "01.1", "--watch"], {
    env: { ...process.env, ...env, ...more },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  let from = 0;
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "exit");

  /** Waits until it says this, after what was heard before. */
  async function heard(words: string): Promise<void> {
    while (!said.includes(words, from)) await once(child.stdout, "data");
    from = said.indexOf(words, from) + words.length;
  }

  return {
    heard,
    said: () => said,
    ended,
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
  };
}
