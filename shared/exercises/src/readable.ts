/**
 * A conversation as a learner reads it.
 */
import { root } from "@netnotes/compile";

/** How many characters are kept of a long line's beginning, and half as many of its end. */
const KEPT = 80;

/** Without what is the same for everybody: how programs are run, and where the repository lies. */
export function readable(text: string): string {
  return text
    .replace(/starts: \S+(?: -\S+)* \S+[/\\]run\.(?:mjs|py) /g, "starts: ")
    .replaceAll(`${root}/`, "")
    .split("\n")
    .map(cut)
    .join("\n");
}

/** A line of a conversation may hold kilobytes; its beginning and its end tell. */
function cut(line: string): string {
  if (line.length <= 2 * KEPT || /^ {2}(?:expected|but came) {2}/.test(line)) return line;
  return `${line.slice(0, KEPT)} … ${line.slice(-KEPT / 2)}`;
}
