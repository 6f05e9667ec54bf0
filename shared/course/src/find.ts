/**
 * From what a person types to the chapter, program, proof, scene or way that it names.
 *
 * A name is exact, never a prefix of another: `ser` is not `server`. What is wrong comes back as data for
 * whoever tells the person: what there is, and the nearest.
 */
import { join } from "node:path";
import { root } from "@netnotes/compile";
import {
  type Chapter,
  chapterNames,
  type Program,
  type Proof,
  readChapter,
  type Way,
  WAYS,
} from "./chapter.ts";
import { nearest } from "./nearest.ts";

export type Kind = "chapter" | "exercise" | "program" | "proof" | "scene" | "step" | "way";

/** Nothing has the name that was typed. */
export class UnknownName extends Error {
  override readonly name = "UnknownName";
  readonly kind: Kind;
  readonly typed: string;
  /** What there is, in the order in which it is listed. */
  readonly known: readonly string[];
  /** The one of them that was probably meant. */
  readonly nearest: string | undefined;

  constructor(kind: Kind, typed: string, known: readonly string[], meant = nearest(typed, known)) {
    super(`there is no ${kind} ${typed === "" ? '""' : typed}`);
    this.kind = kind;
    this.typed = typed;
    this.known = known;
    this.nearest = meant;
  }
}

/** The program exists, but not in the way that was asked for. */
export class MissingWay extends Error {
  override readonly name = "MissingWay";
  readonly program: Program;
  readonly way: Way;
  /** Why, from the chapter's package.json. */
  readonly reason: string | undefined;
  /** The ways that it has. */
  readonly known: readonly Way[];

  constructor(program: Program, way: Way) {
    super(`${program.role} has no ${way} way`);
    this.program = program;
    this.way = way;
    this.reason = program.without[way];
    this.known = WAYS.filter((way) => program.files[way] !== undefined);
  }
}

/**
 * The chapter that `5`, `05`, `udp` or `05-udp` names. Only that one is read.
 *
 * @param folder the folder of the chapters; the repository's own unless told
 * @throws {UnknownName} whose `known` are names such as `05-udp`
 */
export function findChapter(typed: string, folder: string = join(root, "chapters")): Chapter {
  const names = chapterNames(folder);
  const found = nameOfChapter(typed, folder);
  if (found !== undefined) return readChapter(join(folder, found));
  const meant = nearest(typed, names.flatMap(spellings));
  const name = names.find((name) => meant !== undefined && spellings(name).includes(meant));
  throw new UnknownName("chapter", typed, names, name);
}

/**
 * The name of the chapter that was typed, which is not read.
 *
 * @param folder the folder of the chapters; the repository's own unless told
 * @returns such as `05-udp`; undefined when there is no such chapter
 */
export function nameOfChapter(
  typed: string,
  folder: string = join(root, "chapters"),
): string | undefined {
  return chapterNames(folder).find((name) => spellings(name).includes(typed));
}

/** @throws {UnknownName} whose `known` are the chapter's roles */
export function findProgram(chapter: Chapter, typed: string): Program {
  const known = chapter.programs.map(({ role }) => role);
  return chapter.programs.find(({ role }) => role === typed) ?? unknown("program", typed, known);
}

/** @throws {UnknownName} whose `known` are the names of the chapter's proofs */
export function findProof(chapter: Chapter, typed: string): Proof {
  const known = chapter.proofs.map(({ name }) => name);
  return chapter.proofs.find(({ name }) => name === typed) ?? unknown("proof", typed, known);
}

/**
 * @param scenes the `scenes` of a chapter's demo.ts
 * @throws {UnknownName} whose `known` are their names
 */
export function findScene<Scene>(scenes: Readonly<Record<string, Scene>>, typed: string): Scene {
  const scene = Object.hasOwn(scenes, typed) ? scenes[typed] : undefined;
  return scene ?? unknown("scene", typed, Object.keys(scenes));
}

/** @throws {UnknownName} whose `known` are the three ways */
export function findWay(typed: string): Way {
  return WAYS.find((way) => way === typed) ?? unknown("way", typed, WAYS);
}

/**
 * The file of a program in one way.
 *
 * @returns its absolute path
 * @throws {MissingWay} with the reason that the chapter gives
 */
export function findFile(program: Program, way: Way): string {
  const file = program.files[way];
  if (file === undefined) throw new MissingWay(program, way);
  return file;
}

/** What one may type for `05-udp`: 05-udp, udp, 05, 5. */
function spellings(name: string): string[] {
  const number = name.slice(0, 2);
  return [name, name.slice(3), number, String(Number(number))];
}

function unknown(kind: Kind, typed: string, known: readonly string[]): never {
  throw new UnknownName(kind, typed, known);
}
