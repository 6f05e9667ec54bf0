/**
 * How a command answers what a person typed wrongly: what there is, the nearest, and exit status 2.
 */
import { MissingWay, UnknownName } from "@netnotes/course/find";
import { nearest } from "@netnotes/course/nearest";

/** What a person typed wrongly; the message is all that they see. */
export class UsageError extends Error {
  override name = "UsageError";
}

/**
 * Runs a command. A wrong word becomes its answer on stderr and exit status 2; every other error stays
 * an error.
 */
export async function answer(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    const text = answerTo(error);
    if (text === undefined) throw error;
    process.stderr.write(`${text}\n`);
    process.exitCode = 2;
  }
}

function answerTo(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof UnknownName) return unknownName(error);
  if (error instanceof MissingWay) return missingWay(error);
  return undefined;
}

/** Where a program may stand, so may these two. */
const VERBS = ["demo", "proof"];

function unknownName({ kind, typed, known, nearest: meant, message }: UnknownName): string {
  const all = kind === "program" ? [...known, ...VERBS] : known;
  const guess = meant ?? (kind === "program" ? nearest(typed, VERBS) : undefined);
  const question = guess === undefined ? "" : `; did you mean ${guess}?`;
  const there = all.length === 0 ? `There are no ${kind}s.` : `There are: ${all.join(", ")}`;
  return `${message}${question}\n${there}`;
}

function missingWay({ message, reason, known }: MissingWay): string {
  const flags = known.map((way) => `--${way}`).join(", ");
  return `${message}: ${reason ?? "it is not written yet"}\nThere are: ${flags}`;
}
