/**
 * How a program of the learner's ended, in a plain sentence with its last words.
 */
import { inWords } from "@netnotes/test-harness/child";
import type { Running } from "@netnotes/test-harness/running";
import { readable } from "./readable.ts";

/** How many of the last lines of stderr are shown. */
const LAST = 10;

/** How many characters of such a line: an error with what to do is a long one. */
const WIDE = 400;

/** How a program speaks that did not mean to end. */
const STACK = /^ +at .*[:(]|^Traceback /m;

/** @param when the end of the sentence: `before it said …` */
export function endedBy(program: Running, when: string): string {
  const { status, name } = program;
  if (status === 0) return `your program ended ${when}`;
  const how = status === undefined ? "" : ` ${inWords(status)}`;
  const stderr = program.unread.stderr.toString();
  const ended = typeof status === "string" || STACK.test(stderr) ? "crashed" : "ended";
  const words = lastWords(stderr, name.replace(/ \d+$/, ""));
  if (words.length === 0) return `your program ${ended}${how} ${when}, and said nothing on stderr`;
  const shown = words.slice(-LAST).map((line) => `  stderr    ${line}`);
  return [`your program ${ended}${how} ${when}`, ...shown].join("\n");
}

/**
 * What a program said on stderr; of the frames of a stack or a traceback only those in its own file, for
 * the others are of what runs it.
 *
 * @param file its file's name
 */
export function lastWords(stderr: string, file: string): string[] {
  const own: string[] = [];
  let frame: "none" | "own" | "other" = "none";
  for (const line of readable(stderr, WIDE).trimEnd().split("\n")) {
    if (/^\s+at |^ {2}File "/.test(line))
      frame = line.includes(`${file}:`) || line.includes(`${file}"`) ? "own" : "other";
    // A Python frame's line of code is indented under it; what follows Node's frames are properties.
    else if (!/^(?:\s|\}$)/.test(line)) frame = "none";
    if (frame === "other") continue;
    own.push(line.replace(/ \{$/, "").trimEnd());
  }
  return own.filter((line) => line !== "");
}
