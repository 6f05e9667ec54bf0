/** What a thread or a process says of an error that nobody caught there. */
import { endingFor } from "../builtins/run.ts";
import { isOutputGone, writeAll } from "../libc/console.ts";
import { stackOf } from "./stack.ts";

/**
 * Writes on stderr, at once, who failed and of what: what a peer can cause in one line, a fault in the program
 * with its stack trace. Like a program, it says nothing when nobody reads its output any more.
 *
 * @param heading such as "Exception in thread Thread-1 (tcplink):"
 */
export function tellUncaught(heading: string, error: unknown): void {
  if (isOutputGone(error)) return;
  const ending = endingFor(error);
  const what = ending?.status === 1 ? ending.line : stackOf(error);
  writeAll(2, Buffer.from(`${heading}\n${what}\n`));
}
