/**
 * Waits until a program sleeps: it has done what there was to do, and waits for what comes.
 *
 * A program that asks again and again, or whose loop is told of something that it never takes, is never
 * found asleep. One that waits for its turn on a busy machine isn't either: to the kernel it is running.
 */
import { setTimeout } from "node:timers/promises";
import type { CallSite } from "@netnotes/test-harness/failure";
import type { Running } from "@netnotes/test-harness/running";
import type { Stage } from "@netnotes/test-harness/stage";
import { isIn } from "@netnotes/test-harness/states";

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
    const asleep = program.status !== undefined || isIn("SI", program.pid);
    count = now === before && asleep ? count + 1 : 0;
    before = now;
  }
}
