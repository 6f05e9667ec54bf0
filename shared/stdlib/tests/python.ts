/** CPython, to compare with. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { repr } from "../src/builtins.ts";
import { OSError } from "../src/exceptions/os-error.ts";

const ANSWERING = fileURLToPath(new URL("answer.py", import.meta.url));

/** The same thing in both languages: Python's statements, the last an expression, and ours. */
export type Case = readonly [python: string, typescript: () => unknown];

/** Its options: without what is installed beside it, which may take longer to load than it takes to start. */
export const BARE = ["-S", "-X", "utf8"] as const;

/** The CPython whose words and errors ours are; others have changed some of them. */
const OURS = "3.11";

const { status, stdout } = spawnSync(
  "python3",
  ["-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
  { encoding: "utf8" },
);
const version = status === 0 ? stdout.trim() : undefined;

if (version === undefined) {
  if (process.env["CI"] !== undefined) throw new Error("python3 is missing");
  console.log("python3 is missing: the comparisons with it are skipped");
} else if (version !== OURS) {
  console.log(`python3 is ${version}: most comparisons, and those of words, want ${OURS}`);
}

/** A test that needs python3: skipped, with a line that says so, where there is none; it fails in CI. */
export const testWithPython = test.skipIf(version === undefined);

/** A test that needs the very CPython that ours was written after. */
export const testWithOurPython = test.skipIf(version !== OURS);

/** Whether CPython's words are those that ours were written after. */
export const wordsAreOurs = version === OURS;

/** Before this version timeouts and addresses were of other classes. */
const comparable = version !== undefined && Number(version.split(".")[1]) >= 10;
if (version !== undefined && !comparable) {
  console.log(`python3 is ${version}: nothing older than 3.10 is compared`);
}

/** A test that needs a python3 whose values and classes can be compared, if not its words. */
export const testWithComparablePython = test.skipIf(!comparable);

/** What each piece of Python comes to, as one line of text, in one run of python3. */
export function answers(pieces: readonly string[]): string[] {
  const result = spawnSync("python3", [...BARE, ANSWERING], {
    input: JSON.stringify(pieces),
    encoding: "utf8",
    timeout: 20_000,
    maxBuffer: 1 << 26,
  });
  if (result.stdout === "") throw new Error(result.stderr);
  return JSON.parse(result.stdout) as string[];
}

/** What a case comes to here: the value as Python would write it, or the exception. */
export function answer(call: () => unknown): string {
  try {
    return repr(call());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The system's words and Python's differ; the number does not.
    if (error instanceof OSError && error.errno !== undefined) {
      return `${error.name} ${error.errno}`;
    }
    return `${error.name}: ${error.message}`;
  }
}
