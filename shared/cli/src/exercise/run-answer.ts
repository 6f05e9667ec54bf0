/**
 * `exercise NN.N --run …`: runs the learner's program by hand, in this process.
 */
import { extname } from "node:path";
import { command } from "@netnotes/course/command";
import type { Exercise } from "@netnotes/course/exercise";
import { run } from "@netnotes/course/run";
import { answerTo } from "@netnotes/exercises/answer";
import { UsageError } from "../answer.ts";
import { exerciseCommand } from "../invocation.ts";
import { becomePython } from "../python.ts";
import type { Words } from "./words.ts";

/** @throws {UsageError} when the exercise is not begun */
export async function runAnswer(exercise: Exercise, { args }: Words): Promise<void> {
  const mine = answerTo(exercise);
  if (mine === undefined) {
    throw new UsageError(
      `there is no answer to run yet: ${exerciseCommand} ${exercise.number} begins one`,
    );
  }
  const rest = args.filter((word) => word !== "--trace");
  if (rest.length < args.length) process.env["NETNOTES_TRACE"] = "1";
  if (extname(mine) === ".py") await becomePython(command(mine, rest));
  else await run(mine, rest);
}
