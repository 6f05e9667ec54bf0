/**
 * Outlines of Python files, by Python's own parser.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "@netnotes/compile";
import type { Outline } from "./outline.ts";

/** The script that parses; beside this file in the repository, wherever this one runs from. */
const SCRIPT = join(root, "shared/course/src/gate/outline.py");

/** By content: starting Python takes longer than all the rest. */
const known = new Map<string, Outline>();

/**
 * Outlines all files in one python3.
 *
 * @param sources the files' contents
 * @returns an outline for each; undefined where there is no python3
 * @throws {Error} with Python's own words when the script fails
 */
export function outlinePython(sources: readonly string[]): (Outline | undefined)[] {
  const unknown = sources.filter((source) => !known.has(source));
  if (unknown.length > 0) {
    const { status, stdout, stderr, error } = spawnSync("python3", ["-I", "-S", SCRIPT], {
      input: JSON.stringify(unknown),
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error && "code" in error && error.code === "ENOENT") return sources.map(() => undefined);
    if (error ?? status !== 0) throw new Error(`outline.py: ${error?.message ?? stderr}`);
    const outlines = JSON.parse(stdout) as Partial<Outline>[];
    unknown.forEach((source, at) => known.set(source, { ...EMPTY, ...outlines[at] }));
  }
  return sources.map((source) => known.get(source));
}

const EMPTY: Outline = {
  imports: [],
  texts: [],
  hasMain: false,
  endsWithMain: false,
  forbidden: [],
  error: undefined,
};
