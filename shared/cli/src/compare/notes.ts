/**
 * The reader's own copy of the notes, at the heading that a program is from. None is shipped.
 */
import { readFileSync } from "node:fs";
import { type Program, readCourse } from "@netnotes/course/chapter";
import { isNotes, type Origin, originsOf } from "@netnotes/course/header";
import { nearest } from "@netnotes/course/nearest";
import type { Comparison } from "./comparison.ts";
import { linesOf, type NoteFile, readNoteFiles } from "./note-files.ts";

/** What a note says under one heading. */
export interface Excerpt extends Origin {
  /** The file's name. */
  readonly file: string;
  readonly lines: readonly string[];
  /** How many lines the section has beyond those. */
  readonly more: number;
}

/** Why there is no excerpt, in one sentence. */
export interface NoExcerpt extends Origin {
  readonly reason: string;
}

/** An excerpt has no more lines. */
const MOST = 80;

/** The headings that the course's programs name, by note. */
type Headings = ReadonlyMap<string, readonly string[]>;

/**
 * What the notes say under the headings that a program is from.
 *
 * A file is known by the headings that it has, whatever its name; only where it has none of any note,
 * by a name such as `S2.md` or `002.txt`.
 *
 * @param folder the reader's: its .txt, .md and .html files are looked at
 * @throws {FileError} when it can't be read, or holds no such file
 */
export function notesFor(
  { origins, program }: Pick<Comparison, "origins"> & { program: Pick<Program, "port"> },
  folder: string,
): (Excerpt | NoExcerpt)[] {
  const files = readNoteFiles(folder);
  const headings = headingsOfCourse();
  return origins.map((origin) => {
    if (!isNotes(origin)) return { ...origin, reason: "no note has this program" };
    const file = fileOf(origin.note, files, headings);
    const known = headings.get(origin.note) ?? [];
    if (file !== undefined) return excerptOf(file, origin, known, program.port);
    const names = files.map(({ name }) => name).join(", ");
    return {
      ...origin,
      reason: `no file in ${folder} has this note's headings, ${known.join(", ")} (there are: ${names})`,
    };
  });
}

function headingsOfCourse(): Headings {
  const headings = new Map<string, string[]>();
  for (const { files } of readCourse().flatMap(({ programs }) => programs)) {
    const source = files.python === undefined ? "" : readFileSync(files.python, "utf8");
    for (const { note, heading } of originsOf(source).filter(isNotes)) {
      const known = headings.get(note) ?? [];
      if (!known.includes(heading)) headings.set(note, [...known, heading]);
    }
  }
  return headings;
}

/**
 * The file that is this note, and no other note rather: by how many of its headings it has, and in doubt by its
 * name.
 */
function fileOf(note: string, files: readonly NoteFile[], headings: Headings) {
  const notes = [...headings.keys()];
  return files
    .map((file) => ({ file, count: count(file, note), isNamed: isNamed(file, note) }))
    .filter(({ file, count: own }) => notes.every((name) => count(file, name) <= own))
    .filter((one) => one.count > 0 || one.isNamed)
    .sort((a, b) => b.count - a.count || Number(b.isNamed) - Number(a.isNamed))[0]?.file;

  /** How many of a note's headings a file has. */
  function count(file: NoteFile, name: string): number {
    return (headings.get(name) ?? []).filter((heading) => linesOf(file, heading).length > 0).length;
  }
}

/** `S2.md`, `2.txt`, `002_….html`. */
function isNamed({ name }: NoteFile, note: string): boolean {
  return new RegExp(`^s?0*${note.slice(1)}(?!\\d)`, "i").test(name);
}

/** A section ends at the next heading that some program is from. */
function excerptOf(
  file: NoteFile,
  origin: Origin,
  known: readonly string[],
  port: number | undefined,
): Excerpt | NoExcerpt {
  const [own = [], ...others] = [
    origin.heading,
    ...known.filter((heading) => heading !== origin.heading),
  ].map((heading) => linesOf(file, heading));
  const sections = own.map((start) => {
    const ends = [...own, ...others.flatMap(([first]) => first ?? [])].filter((at) => at > start);
    return file.lines.slice(start, Math.min(...ends, file.lines.length));
  });
  // A note may have a heading twice: then the section that names the program's port is meant.
  const itsPort = new RegExp(`\\b${port}\\b`);
  const named = sections.find((lines) => port !== undefined && itsPort.test(lines.join("\n")));
  const section = withoutBlankEnd(named ?? sections[0]);
  if (section === undefined) return { ...origin, reason: missing(file, origin.heading) };
  return {
    ...origin,
    file: file.name,
    lines: section.slice(0, MOST),
    more: Math.max(0, section.length - MOST),
  };
}

function missing({ name, lines }: NoteFile, heading: string): string {
  const meant = nearest(
    heading,
    lines.map((line) => line.trim()).filter((line) => line !== ""),
  );
  const hint = meant === undefined ? "" : `; the nearest is ${meant}`;
  return `${name} has no line that is this heading${hint}`;
}

function withoutBlankEnd(lines: readonly string[] | undefined): readonly string[] | undefined {
  return lines?.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}
