/**
 * A course in a temporary folder, made from the good one of the fixtures by edits.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** The files of a course that is not on disk yet. Paths are relative to the course. */
export class Course {
  readonly #files: Map<string, string>;

  /** The course that passes every rule. */
  constructor() {
    const text = readFileSync(join(import.meta.dirname, "fixtures/good-course.txt"), "utf8");
    const [, ...parts] = text.split(/^-- (.*) --\n/m);
    this.#files = new Map();
    for (let at = 0; at < parts.length; at += 2) {
      this.#files.set(parts[at] ?? "", (parts[at + 1] ?? "").replace(/\n\n$/, "\n"));
    }
  }

  /** Puts a text in the place of one that is there exactly once. */
  replace(path: string, old: string, text: string): this {
    const pieces = this.#content(path).split(old);
    if (pieces.length !== 2) throw new Error(`${path} has ${pieces.length - 1} times ${old}`);
    return this.write(path, pieces.join(text));
  }

  /** Writes a file, whether it is there or not. */
  write(path: string, text: string): this {
    this.#files.set(path, text);
    return this;
  }

  /** Adds lines at the end of a file. */
  append(path: string, text: string): this {
    return this.write(path, this.#content(path) + text);
  }

  remove(path: string): this {
    this.#content(path);
    this.#files.delete(path);
    return this;
  }

  rename(path: string, to: string): this {
    const text = this.#content(path);
    return this.remove(path).write(to, text);
  }

  /** Lays the course out on disk, until the test ends. */
  lay(): { chapters: string; readme: string } {
    const folder = mkdtempSync(join(tmpdir(), "netnotes-course-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const [path, text] of this.#files) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return { chapters: join(folder, "chapters"), readme: join(folder, "README.md") };
  }

  #content(path: string): string {
    const text = this.#files.get(path);
    if (text === undefined) throw new Error(`there is no ${path}`);
    return text;
  }
}
