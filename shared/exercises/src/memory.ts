/**
 * Which exercises passed the gate as they are now, so that it need not run them again.
 *
 * What is remembered is a digest of everything that could make a difference: the exercise's files, and all
 * that runs and checks it.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "@netnotes/compile";
import type { Exercise } from "@netnotes/course/exercise";

const FILE = join(root, "node_modules/.cache/netnotes/exercises.json");

/** What runs and checks answers, and what they import. */
const MACHINERY = [
  "shared/exercises/src",
  "shared/compile/build.cjs",
  "shared/compile/compile.cjs",
  "shared/compile/stack.cjs",
  "shared/compile/store.cjs",
  "shared/course/run.cjs",
  "shared/course/run.py",
  "shared/course/reader.cjs",
  "shared/course/forked.cjs",
  "shared/course/misused.cjs",
  "shared/course/src/command.ts",
  "shared/stdlib/src",
  "test-harness/src",
  "pnpm-lock.yaml",
];

export class Memory {
  readonly #passed: Set<string>;
  readonly #machinery = digest(MACHINERY.map((path) => join(root, path)));

  /** @param fresh begins with nothing */
  constructor(fresh: boolean = false) {
    this.#passed = new Set(fresh ? [] : read());
  }

  has(exercise: Exercise): boolean {
    return this.#passed.has(this.#keyOf(exercise));
  }

  /** Remembers those that passed, and forgets what `all` is no longer. */
  keep(passed: readonly Exercise[], all: readonly Exercise[]): void {
    const keys = [...passed, ...all.filter((one) => this.has(one))].map((one) => this.#keyOf(one));
    try {
      mkdirSync(dirname(FILE), { recursive: true });
      writeFileSync(FILE, JSON.stringify([...new Set(keys)]));
    } catch (error) {
      // A tree that can't be written to is checked anew each time.
      if (!/^(?:EACCES|EROFS)$/.test(String((error as NodeJS.ErrnoException).code))) throw error;
    }
  }

  #keyOf({ chapter, name, folder }: Exercise): string {
    // An answer may import the chapter's own parts, as chapter 10's do.
    const content = digest([
      folder,
      ...["package.json", "literal"].map((part) => join(folder, "../..", part)),
    ]);
    return digest([], process.version, this.#machinery, chapter, name, content);
  }
}

function read(): string[] {
  try {
    return JSON.parse(readFileSync(FILE, "utf8")) as string[];
  } catch {
    return []; // nothing was remembered yet, or nothing that can be read
  }
}

/** Of files, and of all files in folders, with their names; a learner's own do not count. */
function digest(paths: readonly string[], ...words: readonly string[]): string {
  const hash = createHash("sha256").update(words.join("\0"));
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(`\0${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 24);
}

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !name.startsWith("mine."))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
