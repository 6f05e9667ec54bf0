/**
 * What a proof says: one line for each thing shown, and exit status 1 when one does not hold.
 *
 * A proof goes on after a line that does not hold, so that a reader sees all of the evidence.
 */
import { isDeepStrictEqual } from "node:util";

/**
 * Shows what was seen, and claims that it is what was expected.
 *
 * @param what what was tried, as it reads before a colon
 * @param seen the evidence
 * @param expected what the proof claims; compared deeply
 */
export function shows(what: string, seen: unknown, expected: unknown): void {
  const holdsTrue = isDeepStrictEqual(seen, expected);
  say(
    holdsTrue,
    holdsTrue ? `${what}: ${text(seen)}` : `${what}: ${text(seen)}, not ${text(expected)}`,
  );
}

/**
 * Claims something of figures that differ from run to run, and shows them.
 *
 * @param what the claim, as it reads before a colon
 * @param condition whether it holds
 * @param seen the figures
 */
export function holds(what: string, condition: boolean, seen: unknown): void {
  say(condition, `${what}: ${text(seen)}`);
}

/** Says why something can't be shown on this machine. */
export function leaveOut(what: string, why: string): void {
  console.log(`- ${what}: left out, ${why}`);
}

/**
 * What a call comes to: `ok`, or the name of its errno.
 *
 * @throws whatever is thrown that is no system error
 */
export function outcome(call: () => unknown): string {
  try {
    call();
    return "ok";
  } catch (error) {
    const { code, name } = error as { code?: unknown; name: string };
    if (typeof code === "string") return code;
    if (name === "TimeoutError") return "timed out";
    throw error;
  }
}

function say(good: boolean, line: string): void {
  console.log(`${good ? "✔" : "✘"} ${line}`);
  if (!good) process.exitCode = 1;
}

function text(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(text).join(", ");
  return String(value);
}
