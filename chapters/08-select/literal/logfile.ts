/** A file of lines that keeps what it was given, whatever becomes of the program. */
import fs from "node:fs";
import path from "node:path";
import { b } from "@netnotes/stdlib/builtins";

/** Where git and the checks of this project do not look. */
export const FILE = path.resolve(
  process.argv[1] ?? "",
  "../../received/selectdemo.txt",
);

export class LogFile {
  readonly #file: number;
  #unsafe: Buffer[] = [];

  constructor(file: string) {
    const folder = path.dirname(path.resolve(file));
    if (!fs.existsSync(folder)) fs.mkdirSync(folder);
    this.#file = fs.openSync(file, "a+");
    // A server that was killed while it wrote may have left half a line, which it
    // had not acknowledged: the next line must not be joined to it.
    const { size } = fs.fstatSync(this.#file);
    const last = Buffer.from("\n");
    if (size > 0) fs.readSync(this.#file, last, 0, 1, size - 1);
    if (last.toString() !== "\n") fs.appendFileSync(this.#file, "\n");
  }

  /** Adds lines, which are not safe before the next sync. */
  write(lines: readonly Buffer[]): void {
    for (const line of lines) this.#unsafe.push(line, b`\n`);
  }

  /** Returns when all is on the disk, and not only in somebody's memory. */
  sync(): void {
    if (this.#unsafe.length === 0) return;
    fs.appendFileSync(this.#file, Buffer.concat(this.#unsafe));
    fs.fsyncSync(this.#file);
    this.#unsafe = [];
  }
}
