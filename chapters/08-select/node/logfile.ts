/** A file of lines that keeps what it was given, whatever becomes of the program. */
import { existsSync } from "node:fs";
import { mkdir, open, type FileHandle } from "node:fs/promises";
import path from "node:path";

/** Where git and the checks of this project do not look. */
export const FILE = path.resolve(
  import.meta.filename,
  "../../received/selectdemo.txt",
);

export class LogFile {
  readonly #file: FileHandle;
  #unsafe: Buffer[] = [];
  #sync: Promise<void> = Promise.resolve();

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(name: string): Promise<LogFile> {
    const folder = path.dirname(path.resolve(name));
    if (!existsSync(folder)) await mkdir(folder);
    const file = await open(name, "a+");
    // A server that was killed while it wrote may have left half a line, which it
    // had not acknowledged: the next line must not be joined to it.
    const { size } = await file.stat();
    const last = Buffer.from("\n");
    if (size > 0) await file.read(last, 0, 1, size - 1);
    if (last.toString() !== "\n") await file.appendFile("\n");
    return new LogFile(file);
  }

  /**
   * Resolves when the lines are on the disk, and not only in somebody's memory. What
   * comes while the disk is busy goes there together.
   */
  append(lines: readonly Buffer[]): Promise<void> {
    for (const line of lines) this.#unsafe.push(line, Buffer.from("\n"));
    return (this.#sync = this.#sync.then(async () => {
      if (this.#unsafe.length === 0) return;
      const bytes = Buffer.concat(this.#unsafe);
      this.#unsafe = [];
      await this.#file.appendFile(bytes);
      await this.#file.sync();
    }));
  }
}
