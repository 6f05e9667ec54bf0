/** Compiles answers and checks that are about to run, in one process: each alone would take 0.1 s. */
import { readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { buildAhead } from "@netnotes/compile/build";
import type { Exercise } from "@netnotes/course/exercise";
import { formatOf } from "@netnotes/course/run";

/** What does not compile is said where it runs, and then the others of its kind are compiled one by one. */
export async function compileAhead(exercises: readonly Exercise[]): Promise<void> {
  const files = exercises.flatMap(({ folder }) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => extname(name) === ".ts" && !basename(name).startsWith("mine."))
      .map((name) => join(folder, name)),
  );
  const entries = files.map((source) => ({
    source,
    format: basename(source) === "check.ts" ? "esm" : formatOf(source),
  }));
  await buildAhead(entries).catch(() => {});
}
