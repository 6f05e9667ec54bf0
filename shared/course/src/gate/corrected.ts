/**
 * Rule `corrected`: where the notes are wrong, every way says the same of it and names a proof.
 */
import { relative } from "node:path";
import type { Chapter, Program } from "../chapter.ts";
import { type Correction, parseSteps, type ProofName } from "../steps.ts";
import type { Course, Problem, Rule } from "./finding.ts";
import { type Source, sourceAt } from "./sources.ts";

export const corrected: Rule = (chapter, course) =>
  chapter.programs.flatMap((program) => ofProgram(chapter, program, course));

type Read = Source & { readonly corrections: readonly Correction[] };

function ofProgram(chapter: Chapter, { files }: Program, course: Course): Problem[] {
  const [python, literal, node] = [files.python, files.literal, files.node].map((file) => {
    const source = sourceAt(chapter, file);
    return source && { ...source, corrections: parseSteps(source.text).corrections };
  });
  const first = python ?? literal;
  if (first === undefined) return node ? unproven(chapter, node, course) : [];
  const name = relative(chapter.folder, first.file);
  const others = [python ? literal : undefined, node].filter((source) => source !== undefined);
  return [
    ...unproven(chapter, first, course),
    ...others.flatMap((source) => differences(first, source, name)),
  ];
}

/** The other ways repeat the texts, so their proofs are right if the first way's are. */
function unproven(chapter: Chapter, { file, corrections }: Read, course: Course): Problem[] {
  return corrections.flatMap(({ first: line, proof }) => {
    const message = proof ? wrongProof(chapter, proof, course) : NO_PROOF;
    return message === undefined ? [] : [{ file, line, message }];
  });
}

const NO_PROOF =
  'names no proof: end it with "(proof NAME)", or "(07 proof NAME)" for chapter 07\'s';

function wrongProof(own: Chapter, { chapter: number, name }: ProofName, course: Course) {
  const chapter =
    number === undefined ? own : course.chapters.find((chapter) => chapter.number === number);
  if (chapter === undefined) return `names a proof of chapter ${number}, which there is not`;
  if (chapter.proofs.some((proof) => proof.name === name)) return undefined;
  return `names the proof ${name}, but there is no chapters/${chapter.name}/proofs/${name}.ts`;
}

function differences(first: Read, other: Read, name: string): Problem[] {
  const theirs = new Set(first.corrections.map((one) => key(one, other)));
  const ours = new Set(other.corrections.map((one) => key(one, other)));
  const missing = first.corrections.filter((one) => !ours.has(key(one, other)));
  const strange = other.corrections.filter((one) => !theirs.has(key(one, other)));
  const place = other.way === "literal" ? " in the same step" : "";
  return [
    ...missing.map(({ first: line, text }) => ({
      file: other.file,
      line: other.lines.length,
      message: `lacks "corrected: ${text}"${place}, as ${name} has it on line ${line}`,
    })),
    ...strange.map(({ first: line }) => ({
      file: other.file,
      line,
      message: `corrects what ${name} does not${place}, or in other words`,
    })),
  ];
}

/** The literal way corrects in the step where Python does; the node way groups steps as it likes. */
function key({ text, steps }: Correction, { way }: Source): string {
  return way === "literal" ? `${steps.join(" ")}: ${text}` : text;
}
