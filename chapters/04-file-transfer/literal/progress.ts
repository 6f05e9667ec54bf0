/** A bar on the terminal that grows while a file is sent; nothing elsewhere. */
import path from "node:path";
import stringWidth from "string-width";
import * as sys from "@netnotes/stdlib/sys";

/** Drawn on stderr whenever another percent is done. */
export class Progress {
  readonly #name: string;
  readonly #total: number;
  #done = 0;
  #shown: number | undefined;

  constructor(file: string, total: number) {
    this.#name = path.basename(file);
    this.#total = total;
  }

  advance(count: number): void {
    this.#done += count;
    const percent = Math.min(100, Math.floor((100 * this.#done) / this.#total));
    if (percent === this.#shown || !sys.stderr.isatty()) return;
    // The cursor waits below the bar: an error, or the shell, has a line of its own.
    const up = this.#shown === undefined ? "" : "\x1b[A";
    const columns = process.stderr.columns || 80;
    const name = cut(this.#name, Math.floor(columns / 3));
    const room = Math.max(0, columns - stringWidth(name) - " [] 100% ".length);
    const bar = "#".repeat((percent * room) / 100).padEnd(room);
    const said = `${percent}`.padStart(3);
    sys.stderr.write(`${up}\r${name} [${bar}] ${said}%\n`);
    this.#shown = percent;
  }
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
