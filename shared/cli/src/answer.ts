/**
 * How a command answers what a person typed wrongly: what there is, the nearest, and exit status 2; and
 * what it says of a file or folder that it can't use, with exit status 1.
 */
import { MissingWay, UnknownName } from "@netnotes/course/find";
import { nearest } from "@netnotes/course/nearest";

/** What a person typed wrongly; the message is all that they see. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A file or folder that can't be used: what was tried, the errno's name, the path, what to do. */
export class FileError extends Error {
  override name = "FileError";
}

/**
 * Runs a command. A wrong word becomes its answer on stderr and exit status 2, a `FileError` its message
 * and 1; every other error stays an error.
 *
 * @param verbs what may stand where a program may, such as `demo`
 */
export async function answer(
  command: () => Promise<void> | void,
  verbs: readonly string[] = VERBS,
): Promise<void> {
  try {
    await command();
  } catch (error) {
    const text = answerTo(error, verbs);
    if (text === undefined) throw error;
    process.stderr.write(`${text}\n`);
    process.exitCode = error instanceof FileError ? 1 : 2;
  }
}

function answerTo(error: unknown, verbs: readonly string[]): string | undefined {
  if (error instanceof UsageError || error instanceof FileError) return error.message;
  if (error instanceof UnknownName) return unknownName(error, verbs);
  if (error instanceof MissingWay) return missingWay(error);
  return undefined;
}

/** Where `chapter` takes a program, it takes these two. */
const VERBS = ["demo", "proof"];

function unknownName(
  { kind, typed, known, nearest: meant, message }: UnknownName,
  verbs: readonly string[],
): string {
  const all = kind === "program" ? [...known, ...verbs] : known;
  const guess = meant ?? (kind === "program" ? nearest(typed, verbs) : undefined);
  const question = guess === undefined ? "" : `; did you mean ${guess}?`;
  const there = all.length === 0 ? `There are no ${kind}s.` : `There are: ${all.join(", ")}`;
  return `${message}${question}\n${there}`;
}

function missingWay({ message, reason, known }: MissingWay): string {
  const flags = known.map((way) => `--${way}`).join(", ");
  return `${message}: ${reason ?? "it is not written yet"}\nThere are: ${flags}`;
}
