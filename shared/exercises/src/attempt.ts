/**
 * Runs one check against one answer, within its time, and ends everything that it began.
 */
import { setTimeout } from "node:timers/promises";
import { CallSite, Failure } from "@netnotes/test-harness/failure";
import type { Running } from "@netnotes/test-harness/running";
import { Stage } from "@netnotes/test-harness/stage";
import type { Check } from "./check.ts";
import { explain } from "./explain.ts";
import { leftBehind } from "./leftover.ts";
import { Random } from "./random.ts";
import { verbsFor } from "./verbs.ts";
import type { Result, Wrong } from "./verdict.ts";

export interface Trial {
  /** Absolute path of the answer. */
  readonly file: string;
  readonly name: string;
  readonly seed: number;
  /** How long a wait lasts, in milliseconds. */
  readonly patience: number;
  /** When the time of the exercise is used up, as performance.now() tells it. */
  readonly end: number;
  readonly signal: AbortSignal | undefined;
}

export interface Attempt {
  readonly result: Result;
  /** Whether it failed because a port was taken. */
  readonly busyPort: boolean;
}

export async function attempt(name: string, check: Check, trial: Trial): Promise<Attempt> {
  const began = performance.now();
  const left = trial.end - began;
  const { title, why } = check;
  const wrong =
    left > 0 && !trial.signal?.aborted ? await wrongWith(name, check, trial, left) : NO_TIME;
  const seconds = (performance.now() - began) / 1000;
  const tried = { name, title, why, seconds };
  const result: Result =
    wrong === undefined ? { ...tried, status: "pass" } : { ...tried, status: "fail", wrong };
  const said = `${wrong?.sentence} ${wrong?.conversation}`;
  return {
    result,
    busyPort: wrong !== undefined && /EADDRINUSE|Address already in use/.test(said),
  };
}

const NO_TIME: Wrong = {
  sentence: "this check did not run: the checks before it used up the time",
  detail: "",
  conversation: "",
};

async function wrongWith(
  name: string,
  check: Check,
  { file, name: answer, seed, patience, signal }: Trial,
  left: number,
): Promise<Wrong | undefined> {
  const stage = new Stage({}, patience);
  const programs: Running[] = [];
  const started = (program: Running): void => void programs.push(program);
  const verbs = verbsFor({ stage, file, name: answer, started }, new Random(seed, name));
  const over = new AbortController();
  const body = Promise.race([
    check.run(verbs),
    overtime(stage, left, over.signal),
    ...(signal ? [aborted(signal)] : []),
  ]);
  let wrong: Wrong | undefined;
  try {
    await body;
    for (const program of programs) leftBehind(stage, program);
  } catch (error) {
    wrong = await explain(error, stage, programs);
  }
  over.abort();
  try {
    await end(stage, programs);
  } catch (error) {
    // Something was left unfinished: of a check that failed before that is no news.
    wrong ??= await explain(error, stage, programs);
  }
  return wrong;
}

/** Fails when the time of the whole exercise is used up. */
async function overtime(stage: Stage, left: number, signal: AbortSignal): Promise<never> {
  await setTimeout(left, undefined, { signal }).catch(() => {});
  throw new Failure(
    "the time for the whole exercise is used up in the middle of this check",
    stage.conversation.toString(),
    new CallSite(),
  );
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => reject(new Error("cut off"));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

/** At once, whatever they do with signals: how they end by Ctrl+C is no question of most exercises. */
async function end(stage: Stage, programs: readonly Running[]): Promise<void> {
  for (const program of programs) if (program.status === undefined) program.signal("SIGKILL");
  await stage.clear();
}
