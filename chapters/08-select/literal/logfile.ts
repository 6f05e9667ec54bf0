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

  constructor(file: string) {
    fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
    this.#file = fs.openSync(file, "a+");
    // A server that was killed while it wrote may have left half a line, which it
    // had not acknowledged: the next line must not be joined to it.
    const { size } = fs.fstatSync(this.#file);
    const last = Buffer.from("\n");
    if (size > 0) fs.readSync(this.#file, last, 0, 1, size - 1);
    if (last.toString() !== "\n") fs.appendFileSync(this.#file, "\n");
  }

  /** Returns when the lines are safe: on the disk, not only in the kernel's memory. */
  append(lines: readonly Buffer[]): void {
    if (lines.length === 0) return;
    const bytes = Buffer.concat(lines.flatMap((line) => [line, b`\n`]));
    fs.appendFileSync(this.#file, bytes);
    fs.fsyncSync(this.#file);
  }
}
