/**
 * How a program of the learner's ended, in a plain sentence with its last words.
 */
import { inWords } from "@netnotes/test-harness/child";
import type { Running } from "@netnotes/test-harness/running";

/** How many of the last lines of stderr are shown. */
const LAST = 8;

/** @param when the end of the sentence: `before it said …` */
export function endedBy(program: Running, when: string): string {
  const { status } = program;
  const words = program.unread.stderr.toString().trimEnd().split("\n");
  const shown = words.slice(-LAST).map((line) => `  stderr    ${line}`.trimEnd());
  if (status === 0) return `your program ended ${when}`;
  const how = status === undefined ? "" : ` ${inWords(status)}`;
  if (words.join("") === "")
    return `your program crashed${how} ${when}, and said nothing on stderr`;
  return [`your program crashed${how} ${when}`, ...shown].join("\n");
}
