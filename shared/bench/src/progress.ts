/** One line that says how far it is: on a terminal only, and gone afterwards. */

/** The line, on stderr, so that stdout holds the result alone. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
}

/** Takes the line away. */
export function progressEnds(): void {
  progress("");
}
