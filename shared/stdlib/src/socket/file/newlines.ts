/** Line ends in text: Python's `newline` argument. */
import { pythonType } from "../../builtins/types.ts";
import { ValueError } from "../../exceptions/values.ts";

/**
 * null reads any line end as "\n"; "" knows any and leaves it; the others know only that one. What is written
 * stays as it is, but for "\r" and "\r\n", which replace each "\n".
 */
export type Newline = null | "" | "\n" | "\r" | "\r\n";

/** @throws TypeError, ValueError for anything else */
export function checkNewline(newline: unknown): void {
  if (newline === null) return;
  if (typeof newline !== "string") {
    const given = pythonType(newline);
    throw new TypeError(`TextIOWrapper() argument 'newline' must be str or None, not ${given}`);
  }
  if (!["", "\n", "\r", "\r\n"].includes(newline)) {
    throw new ValueError(`illegal newline value: ${newline}`);
  }
}

/** Turns "\r\n" and "\r" to "\n", also where a read ends between the two. */
export class NewlineTranslator {
  #heldBack = "";

  translate(text: string, final: boolean): string {
    let all = this.#heldBack + text;
    this.#heldBack = "";
    if (all.endsWith("\r") && !final) {
      this.#heldBack = "\r";
      all = all.slice(0, -1);
    }
    return all.replace(/\r\n?/g, "\n");
  }
}

/**
 * Where the first line of a text ends, its line end included.
 *
 * @returns 0 when it has no end yet
 */
export function lineEnd(text: string, newline: Newline, final: boolean): number {
  if (newline !== "") {
    const end = newline ?? "\n";
    const at = text.indexOf(end);
    return at === -1 ? 0 : at + end.length;
  }
  const match = /\r\n?|\n/.exec(text);
  if (match === null) return 0;
  const end = match.index + match[0].length;
  const mayGoOn = match[0] === "\r" && end === text.length && !final;
  return mayGoOn ? 0 : end;
}
