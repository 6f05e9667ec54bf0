/** A bar on the terminal that grows while a file is sent; nothing elsewhere. */
import path from "node:path";
import stringWidth from "string-width";

/** Passes on what comes, and draws whenever another percent is through. */
export function progress(file: string, total: number) {
  const name = path.basename(file);
  return async function* (pieces: AsyncIterable<Buffer>) {
    let done = 0;
    let shown: number | undefined;
    for await (const piece of pieces) {
      yield piece;
      done += piece.length;
      const percent = Math.min(100, Math.floor((100 * done) / total));
      if (percent === shown || !process.stderr.isTTY) continue;
      // The cursor waits below the bar: an error, or the shell, has a line of its own.
      const up = shown === undefined ? "" : "\x1b[A";
      process.stderr.write(`${up}\r${line(name, percent)}\n`);
      shown = percent;
    }
  };
}

function line(file: string, percent: number): string {
  const columns = process.stderr.columns || 80;
  const name = cut(file, Math.floor(columns / 3));
  const room = Math.max(0, columns - stringWidth(name) - " [] 100% ".length);
  const bar = "#".repeat((percent * room) / 100).padEnd(room);
  return `${name} [${bar}] ${`${percent}`.padStart(3)}%`;
}

/** The beginning of a text, as much as fits. */
function cut(text: string, columns: number): string {
  let fits = "";
  for (const char of text) {
    if (stringWidth(fits + char) > columns) break;
    fits += char;
  }
  return fits;
}
