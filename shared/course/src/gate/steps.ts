/**
 * Rule `steps`: the three ways of a program have the same steps.
 *
 * Python defines them: ids, order, titles. The literal way repeats them exactly. The node way covers the
 * same ids, each once, in any order and grouping, in its own words.
 */
import { relative } from "node:path";
import type { Chapter, Program } from "../chapter.ts";
import { parseSteps, type Step, type Steps, stepsById } from "../steps.ts";
import type { Problem, Rule } from "./finding.ts";
import { type Source, sourceAt } from "./sources.ts";

export const steps: Rule = (chapter) =>
  chapter.programs.flatMap((program) => ofProgram(chapter, program));

type Read = Source & { readonly parsed: Steps };

function ofProgram(chapter: Chapter, { files }: Program): Problem[] {
  const [python, literal, node] = [files.python, files.literal, files.node].map((file) => {
    const source = sourceAt(chapter, file);
    return source && { ...source, parsed: parseSteps(source.text) };
  });
  const first = python ?? literal;
  const name = first ? relative(chapter.folder, first.file) : "";
  return [
    ...[python, literal, node].flatMap((source) => (source ? alone(source) : [])),
    ...(python && literal ? repeats(python, literal, name) : []),
    ...(first && node ? covers(first, node, name) : []),
  ];
}

/** What is wrong in one way whatever the others have. */
function alone({ file, way, parsed }: Read): Problem[] {
  const found: Problem[] = [];
  const add = (line: number, message: string) => found.push({ file, line, message });
  const mark = way === "python" ? "#" : "//";
  for (const line of parsed.malformed) {
    add(
      line,
      `begins like a marker and is none: write "${mark} step ID: title", or another word first`,
    );
  }
  const seen = new Map<string, number>();
  if (way !== "node" && parsed.steps.length < 2) {
    add(
      1,
      `has ${parsed.steps.length === 1 ? "one step" : "no steps"}: a program has two at least`,
    );
  }
  for (const { ids: own, title, plural, first, hasCode } of parsed.steps) {
    const name = own.join(" ");
    for (const id of own) {
      const before = seen.get(id);
      if (before !== undefined) add(first, `has the step ${id} again, after line ${before}`);
      seen.set(id, first);
    }
    if (title === "")
      add(first, `the step ${name} has no title: say what it does or why it is there`);
    if (plural !== own.length > 1) {
      add(
        first,
        plural ? `write "step ${name}": it is one` : `write "steps ${name}": they are several`,
      );
    }
    if (way === "node") continue;
    if (own.length > 1) add(first, "only the node way takes several steps in one");
    if (!hasCode)
      add(first, `the step ${name} has no code; only in the node way may a title be all`);
  }
  return found;
}

function repeats(python: Read, literal: Read, name: string): Problem[] {
  const [theirs, ours] = [python.parsed.steps, literal.parsed.steps];
  const at = Array.from({ length: Math.max(theirs.length, ours.length) }, (_, index) => index).find(
    (index) => marker(theirs[index]) !== marker(ours[index]),
  );
  if (at === undefined) return [];
  const [their, our] = [theirs[at], ours[at]];
  const line = our?.first ?? literal.lines.length;
  const message = their
    ? `must have "${marker(their)}" here, as ${name} does on line ${their.first}`
    : `has "${marker(our)}", a step more than ${name}`;
  return [{ file: literal.file, line, message }];
}

function covers(first: Read, node: Read, name: string): Problem[] {
  const theirs = stepsById(first.parsed.steps);
  const ours = stepsById(node.parsed.steps);
  const missing = [...theirs].filter(([id]) => !ours.has(id));
  const strange = [...ours].filter(([id]) => !theirs.has(id));
  return [
    ...missing.map(([id, { first: line }]) => ({
      file: node.file,
      line: node.lines.length,
      message: `leaves out the step ${id} (${name} line ${line}): name it with what does it, or say why not`,
    })),
    ...strange.map(([id, { first: line }]) => ({
      file: node.file,
      line,
      message: `has the step ${id}, which ${name} does not have`,
    })),
  ];
}

function marker(step: Step | undefined): string | undefined {
  return step && `step ${step.ids.join(" ")}: ${step.title}`;
}
