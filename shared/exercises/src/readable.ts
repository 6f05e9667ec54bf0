/**
 * A conversation as a learner reads it.
 */
import { root } from "@netnotes/compile";

/** How many characters are kept of a long line's beginning unless told, and half as many of its end. */
const KEPT = 80;

/**
 * Without what is the same for everybody: how programs are run, and where the repository lies.
 *
 * @param kept how many characters are kept of a long line's beginning
 */
export function readable(text: string, kept: number = KEPT): string {
  return text
    .replace(/starts: \S+(?: -\S+)* \S+[/\\]run\.(?:cjs|py) /g, "starts: ")
    .replaceAll(`${root}/`, "")
    .split("\n")
    .map((line) => cut(line, kept))
    .join("\n");
}

/** A line of a conversation may hold kilobytes; its beginning and its end tell. */
function cut(line: string, kept: number): string {
  if (line.length <= 2 * kept || /^ {2}(?:expected|but came|stderr) {2}/.test(line)) return line;
  return `${line.slice(0, kept)} … ${line.slice(-kept / 2)}`;
}
