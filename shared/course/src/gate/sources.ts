/**
 * The source files of a chapter, each with what it is.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { type Chapter, type Way, WAYS } from "../chapter.ts";

/** A part is what a program has beside it: 05's `request.ts`, 10's `socketserver.ts`. */
export type Kind = "program" | "part" | "proof" | "test" | "demo";

export interface Source {
  /** Absolute path. */
  readonly file: string;
  readonly kind: Kind;
  /** The way of a program or a part. */
  readonly way: Way | undefined;
  /** The file's name without its extension: a program's role, a proof's name. */
  readonly stem: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const known = new WeakMap<Chapter, readonly Source[]>();

/** Every program, part, proof and test of a chapter, and its demo.ts; `mine.*` is none of them. */
export function sourcesOf(chapter: Chapter): readonly Source[] {
  const sources = known.get(chapter) ?? readSources(chapter);
  known.set(chapter, sources);
  return sources;
}

/** The chapter's programs, one entry for each way of each. */
export function programsOf(chapter: Chapter): readonly Source[] {
  return sourcesOf(chapter).filter(({ kind }) => kind === "program");
}

/** The one source that is this file. */
export function sourceAt(chapter: Chapter, file: string | undefined): Source | undefined {
  return sourcesOf(chapter).find((source) => source.file === file);
}

/**
 * The line on which a text first stands.
 *
 * @returns counted from 1; 1 where it stands nowhere
 */
export function lineOf(text: string, part: string | RegExp): number {
  const at = typeof part === "string" ? text.indexOf(part) : text.search(part);
  return at < 0 ? 1 : text.slice(0, at).split("\n").length;
}

function readSources(chapter: Chapter): Source[] {
  const programs = new Set(chapter.programs.flatMap(({ files }) => Object.values(files)));
  const beside = WAYS.flatMap((way) =>
    filesIn(join(chapter.folder, way), way === "python" ? ".py" : ".ts").map((file) =>
      readSource(file, programs.has(file) ? "program" : "part", way),
    ),
  );
  const others = [
    ...filesIn(join(chapter.folder, "proofs"), ".ts").map((file) => readSource(file, "proof")),
    ...filesIn(join(chapter.folder, "tests"), ".ts").map((file) => readSource(file, "test")),
  ];
  const demo = join(chapter.folder, "demo.ts");
  return [...beside, ...others, ...(existsSync(demo) ? [readSource(demo, "demo")] : [])];
}

function readSource(file: string, kind: Kind, way?: Way): Source {
  const text = readFileSync(file, "utf8");
  const lines = text.replace(/\n$/, "").split("\n");
  return { file, kind, way, stem: basename(file, extname(file)), text, lines };
}

function filesIn(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension) && !file.startsWith("mine."))
    .sort()
    .map((file) => join(folder, file));
}
