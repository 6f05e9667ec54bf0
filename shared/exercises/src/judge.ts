/**
 * Checks one answer to one exercise.
 */
import { basename, extname, join } from "node:path";
import { load } from "@netnotes/compile";
import type { Exercise } from "@netnotes/course/exercise";
import { compiled } from "@netnotes/course/run";
import { randomInt } from "node:crypto";
import type { Checks } from "./check.ts";
import { attempt } from "./attempt.ts";
import { Strays } from "./strays.ts";
import { inTurns } from "./turns.ts";
import type { Verdict } from "./verdict.ts";

/** How many checks run at once. */
const AT_ONCE = 4;
/** How long a wait of a check lasts unless it says otherwise, in milliseconds. */
const PATIENCE = 3000;
/** How long all checks together may take, in milliseconds; ending the programs comes on top. */
const TIME = 8000;

/** What a check that fails takes beside its wait, in milliseconds. */
const MARGIN = 300;

export interface JudgeOptions {
  /** Seeds the random data; any unless told. */
  readonly seed?: number;
  /** The checks to run, by their ids; all unless told. */
  readonly only?: readonly string[];
  /** How many checks run at once; 4 unless told. */
  readonly checksAtOnce?: number;
  /** How long a wait lasts, in milliseconds; 3000 unless told. */
  readonly patience?: number;
  /** How long all checks together may take, in milliseconds; 8000 unless told. */
  readonly time?: number;
  /** Cuts the run off: every program is ended, and the verdict is an AbortError. */
  readonly signal?: AbortSignal;
}

/** The checks of an exercise, from its check.ts. */
export async function checksOf(exercise: Pick<Exercise, "folder">): Promise<Checks> {
  const { default: checks } = (await load(join(exercise.folder, "check.ts"))) as {
    default: Checks;
  };
  return checks;
}

/**
 * Runs the checks of an exercise, a few at once, and judges every one of them.
 *
 * @param file absolute path of the answer, `.ts` or `.py`
 * @throws {DOMException} AbortError, when the signal cut it off
 */
export async function judge(
  exercise: Pick<Exercise, "folder">,
  file: string,
  options: JudgeOptions = {},
): Promise<Verdict> {
  const {
    seed = randomInt(1, 1_000_000),
    only,
    patience = PATIENCE,
    time = TIME,
    signal,
  } = options;
  const message = compileError(file);
  if (message !== undefined) return { status: "error", message, seed, results: [] };
  const checks = Object.entries(await checksOf(exercise)).filter(
    ([name]) => only === undefined || only.includes(name),
  );
  const end = performance.now() + time;
  const trial = { file, name: basename(file), seed, patience, end, signal };
  const strays = new Strays(file);
  const tries = await inTurns(checks, options.checksAtOnce ?? AT_ONCE, ([name, check]) =>
    attempt(name, check, trial),
  );
  // A program that takes a fixed port can't run beside itself: those checks once more, one by one.
  const again = [...checks.entries()].filter(([at]) => tries[at]?.busyPort);
  for (const [done, [at, [name, check]]] of again.entries()) {
    const share = (end - performance.now()) / (again.length - done);
    const fair = { ...trial, patience: Math.max(0, Math.min(patience, share - MARGIN)) };
    tries[at] = await attempt(name, check, fair);
  }
  const stray = strays.stop();
  signal?.throwIfAborted();
  const results = tries.map(({ result }) => result);
  if (stray !== undefined && results.every((result) => result.status === "pass")) {
    return { status: "error", message: stray, seed, results: [] };
  }
  const status = results.every((result) => result.status === "pass") ? "pass" : "fail";
  return { status, seed, results };
}

/** Compiled here once, so that no program waits for the compiler, and what it says is said once. */
function compileError(file: string): string | undefined {
  if (extname(file) === ".py") return undefined;
  try {
    compiled(file);
    return undefined;
  } catch (error) {
    return `${basename(file)} does not compile: ${(error as Error).message}`;
  }
}
