/**
 * What to do instead of `--trace` for a way whose calls do not pass through our door.
 */
import { basename, relative } from "node:path";
import { command } from "@netnotes/course/command";

/**
 * Says how the kernel's own tracer shows a program's calls, as a command to copy.
 *
 * @param file the program's file
 * @param args its arguments
 */
export function tracedByHand(file: string, args: readonly string[]): string {
  const { file: runner, args: words } = command(file, args);
  const line = [basename(runner), ...words.map((word) => quoted(nearer(word)))].join(" ");
  return [
    "--trace shows the calls of the literal way only. For the others ask the kernel (Linux):",
    `  strace -f -e trace=network ${line}`,
  ].join("\n");
}

/** A path below the current folder as one would type it. */
function nearer(word: string): string {
  const path = word.startsWith("/") ? relative("", word) : word;
  return path.startsWith("..") ? word : path;
}

/** As a shell needs it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
