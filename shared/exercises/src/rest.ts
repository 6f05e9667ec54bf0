/**
 * Waits until a program sleeps: it has done what there was to do, and waits for what comes.
 *
 * A program that asks again and again, or whose loop is told of something that it never takes, is never
 * found asleep. One that waits for its turn on a busy machine isn't either: to the kernel it is running.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { CallSite } from "@netnotes/test-harness/failure";
import type { Running } from "@netnotes/test-harness/running";
import type { Stage } from "@netnotes/test-harness/stage";

/** In how many looks in a row it must be asleep, and the milliseconds between two of them. */
const LOOKS = 10;
const PAUSE = 5;

/** @see Verbs.rests */
export async function rests(
  stage: Stage,
  program: Running,
  others: () => number,
  from: CallSite,
): Promise<void> {
  const waiting = { over: false };
  await stage.wait<void>(
    {},
    from,
    (done, fail) => {
      untilAtRest(program, others, waiting).then(done, (error) => fail(String(error)));
      return () => void (waiting.over = true);
    },
    (why) =>
      `your program does not come to rest (${why}): its loop never sleeps, or it takes in more and more`,
  );
}

async function untilAtRest(
  program: Running,
  others: () => number,
  waiting: { over: boolean },
): Promise<void> {
  let before = others();
  for (let count = 0; count < LOOKS && !waiting.over;) {
    await setTimeout(PAUSE);
    const now = others();
    count =
      now === before && (program.status !== undefined || isAsleep(program.pid)) ? count + 1 : 0;
    before = now;
  }
}

/** Whether all threads of a process sleep. Windows does not tell, and they are taken to. */
function isAsleep(pid: number): boolean {
  if (process.platform === "win32") return true;
  try {
    return statesOf(pid).every((state) => /[SI]/.test(state));
  } catch (error) {
    // A thread, or all of it, ended while we looked.
    if (/^(?:ENOENT|ESRCH)$/.test(String((error as NodeJS.ErrnoException).code))) return false;
    throw error;
  }
}

/** The state of each thread, or of the process as a whole: a letter. proc_pid_stat(5), ps(1) */
function statesOf(pid: number): string[] {
  if (process.platform !== "linux") {
    return [execFileSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" }).trim()];
  }
  return readdirSync(`/proc/${pid}/task`).map((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, "latin1");
    // The name before it, in parentheses, may have any character.
    return stat.charAt(stat.lastIndexOf(")") + 2);
  });
}
