/**
 * A chapter as it lies on disk: its programs in their ways, its proofs, its title.
 *
 * Nothing here is a list that someone keeps up to date. A program is a file in `python/`, `literal/` or
 * `node/`; the same stem in several of them is one program in several ways. What a learner has beside
 * them, `mine.*`, is never part of a chapter.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "@netnotes/compile";
import { summaryOf } from "./header.ts";
import { readPackage } from "./package.ts";
import { portOf } from "./port.ts";

/** The three ways of a program, in the order in which they are shown. */
export const WAYS = ["python", "literal", "node"] as const;

/** The notes' Python written anew, the same calls in TypeScript, or the runtime's own way. */
export type Way = (typeof WAYS)[number];

export interface Program {
  /** The file's stem: `server`, `chat-client`. */
  readonly role: string;
  /** What it does: the first sentence of its header. */
  readonly summary: string;
  /** Absolute path of the file in each way that exists. */
  readonly files: Readonly<Partial<Record<Way, string>>>;
  /** Why a way does not exist, from the chapter's package.json. */
  readonly without: Readonly<Partial<Record<Way, string>>>;
  /** The port it takes unless told otherwise; undefined for a program that has none. */
  readonly port: number | undefined;
}

export interface Proof {
  readonly name: string;
  /** What it shows: the first sentence of its header. */
  readonly summary: string;
  readonly file: string;
  /** The platform (`process.platform`) that it needs, from its `// on:` line. */
  readonly on: string | undefined;
}

export interface Chapter {
  /** `01` */
  readonly number: string;
  /** `sockets` */
  readonly slug: string;
  /** `01-sockets`: its folder, and its project in the test run. */
  readonly name: string;
  /** The README's heading. */
  readonly title: string;
  /** Absolute path. */
  readonly folder: string;
  readonly programs: readonly Program[];
  readonly proofs: readonly Proof[];
}

const CHAPTER_NAME = /^(\d\d)-([a-z0-9-]+)$/;

/**
 * The names of a course's chapters, by number: those folders `NN-slug` that are a package. (What is left
 * of a chapter after changing branches, its `node_modules`, is none.)
 *
 * @param folder the folder of the chapters; the repository's own unless told
 */
export function chapterNames(folder: string = join(root, "chapters")): string[] {
  return readdirSync(folder)
    .filter((name) => CHAPTER_NAME.test(name) && existsSync(join(folder, name, "package.json")))
    .sort();
}

/**
 * Every chapter of a course, by number.
 *
 * @param folder the folder of the chapters; the repository's own unless told
 */
export function readCourse(folder: string = join(root, "chapters")): Chapter[] {
  return chapterNames(folder).map((name) => readChapter(join(folder, name)));
}

/**
 * Reads one chapter.
 *
 * @param folder its absolute path; the name is `NN-slug`
 * @throws {Error} when the folder has another name, or a package.json that is not JSON
 */
export function readChapter(folder: string): Chapter {
  const name = basename(folder);
  const [, number, slug] = CHAPTER_NAME.exec(name) ?? [];
  if (number === undefined || slug === undefined) throw new Error(`${folder} is not a chapter`);
  return {
    number,
    slug,
    name,
    title: titleOf(join(folder, "README.md")) ?? slug,
    folder,
    programs: readPrograms(folder),
    proofs: stems(join(folder, "proofs"), ".ts").map((stem) => readProof(folder, stem)),
  };
}

/** Where a role's file lies, or would. */
export function fileOf(folder: string, way: Way, role: string): string {
  return join(folder, way, role + extensionOf(way));
}

/** The server first, then the client, then the others by pair: the order in which one starts them. */
function readPrograms(folder: string): Program[] {
  const without = readPackage(folder).netnotes?.without ?? {};
  const roles = new Set(WAYS.flatMap((way) => stems(join(folder, way), extensionOf(way))));
  return [...roles]
    .map((role) => readProgram(folder, role, without[role] ?? {}))
    .filter((program) => program !== undefined)
    .sort((a, b) => (rank(a.role) < rank(b.role) ? -1 : 1));
}

function readProgram(
  folder: string,
  role: string,
  without: Program["without"],
): Program | undefined {
  const files: Partial<Record<Way, string>> = {};
  let summary = "";
  let port: number | undefined;
  for (const way of WAYS) {
    const file = fileOf(folder, way, role);
    if (!existsSync(file)) continue;
    const source = readFileSync(file, "utf8");
    if (!readsArguments(source)) continue;
    files[way] = file;
    summary ||= summaryOf(source);
    port ??= portOf(source);
  }
  if (Object.keys(files).length === 0) return undefined;
  return { role, summary, files, without, port };
}

/** Every program takes `--help`; a part beside it, such as `request.ts`, takes no arguments. */
function readsArguments(source: string): boolean {
  return /\bArgumentParser\(|\bparseArgs\(/.test(source);
}

function readProof(folder: string, name: string): Proof {
  const file = join(folder, "proofs", `${name}.ts`);
  const source = readFileSync(file, "utf8");
  return { name, summary: summaryOf(source), file, on: /^\/\/ on: (\w+)$/m.exec(source)?.[1] };
}

function titleOf(readme: string): string | undefined {
  if (!existsSync(readme)) return undefined;
  return /^# (?:\d\d )?(.+)$/m.exec(readFileSync(readme, "utf8"))?.[1];
}

function extensionOf(way: Way): string {
  return way === "python" ? ".py" : ".ts";
}

function stems(folder: string, extension: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension) && !file.startsWith("mine."))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

/** `server`, `client`, then `chat-server`, `chat-client`, …: a key that sorts so. */
function rank(role: string): string {
  const [, pair = role, side = ""] = /^(?:(.*)-)?(server|client)$/.exec(role) ?? [];
  const first = role === "server" || role === "client" ? "" : pair;
  return `${first}/${side === "client" ? 2 : 1}`;
}
