/**
 * A program's steps, read from its comments.
 *
 *     # step bind: take an address on this host
 *     // steps socket bind listen: one call does all
 *
 * The marker is one comment line. A step runs from it to the next; further comment lines after a marker
 * belong to the step. Where the notes are wrong, a step says so, in one comment line or several that end
 * with the proof:
 *
 *     # corrected: the notes leave it out, and a restart
 *     # fails for a minute (proof ports)
 */

/** Lines of a file, counted from 1, the last one included. An empty range has `last` before `first`. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

export interface Step extends Lines {
  /** One id, or several after `steps`. */
  readonly ids: readonly string[];
  readonly title: string;
  /** Whether the marker says `steps`. */
  readonly plural: boolean;
  /** Whether there is more in it than comments and closing brackets. */
  readonly hasCode: boolean;
}

/** Which proof a correction names: one of another chapter has that chapter's number. */
export interface ProofName {
  readonly chapter: string | undefined;
  readonly name: string;
}

export interface Correction extends Lines {
  /** What the notes have, on one line, with the proof's name at its end. */
  readonly text: string;
  /** The proof that shows it; undefined where the line names none. */
  readonly proof: ProofName | undefined;
  /** The ids of the step that it stands in; none before the first step. */
  readonly steps: readonly string[];
}

export interface Steps {
  /** What comes before the first step: header, imports, arguments. */
  readonly opening: Lines;
  readonly steps: readonly Step[];
  /** What comes after the last: the closing of `main` and the line that runs it. */
  readonly ending: Lines;
  readonly corrections: readonly Correction[];
  /** Lines of comments that begin with `step` or `corrected` without being a marker. */
  readonly malformed: readonly number[];
}

const COMMENT = /^\s*(?:#(?: |$)|\/\/ ?)(.*?)\s*$/;
const MARKER = /^(steps?) ([a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)*):(?: +(.*))?$/;
const CORRECTED = /^corrected: *(.*)$/;
const PROOF = /\((?:(\d\d) )?proof ([a-z0-9-]+)\)$/;
const NEARLY = /^(?:steps?|corrected)\b/i;
/** The line that runs a program's main, in Python and in the literal way. */
const ENDING = /^(?:if __name__ == |run\(main\))/;

/**
 * Reads the steps and the corrections of a program.
 *
 * @param source Python or TypeScript
 */
export function parseSteps(source: string): Steps {
  const lines = source.split(/\r?\n/);
  const comments = lines.map((line) => COMMENT.exec(line)?.[1]);
  const marked = comments.flatMap((text, at) => (MARKER.test(text ?? "") ? [at] : []));
  const end = endOf(lines, marked.at(-1) ?? 0);
  const steps = marked.map((at, index) => readStep(lines, comments, at, marked[index + 1] ?? end));
  const corrections = comments.flatMap((text, at) =>
    CORRECTED.test(text ?? "") ? [readCorrection(comments, at, steps)] : [],
  );
  const spoken = new Set(corrections.flatMap(({ first, last }) => range(first + 1, last)));
  return {
    opening: { first: 1, last: trimmed(lines, 0, marked[0] ?? end) },
    steps,
    ending: { first: end + 1, last: trimmed(lines, end, lines.length) },
    corrections,
    malformed: comments.flatMap((text = "", at) => {
      const meant = !MARKER.test(text) && !CORRECTED.test(text) && NEARLY.test(text);
      return meant && !spoken.has(at + 1) ? [at + 1] : [];
    }),
  };
}

/** Each id with its step: in the node way, one step may have several. */
export function stepsById(steps: readonly Step[]): Map<string, Step> {
  return new Map(steps.flatMap((step) => step.ids.map((id) => [id, step] as const)));
}

function readStep(
  lines: readonly string[],
  comments: readonly (string | undefined)[],
  at: number,
  next: number,
): Step {
  const [, word = "", ids = "", title = ""] = MARKER.exec(comments[at] ?? "") ?? [];
  const body = lines.slice(at + 1, next);
  return {
    ids: ids.split(" "),
    title,
    plural: word === "steps",
    first: at + 1,
    last: trimmed(lines, at, next),
    hasCode: body.some((line) => !/^\s*(?:#|\/\/|\/?\*|[)}\];,]*$)/.test(line)),
  };
}

function readCorrection(
  comments: readonly (string | undefined)[],
  at: number,
  steps: readonly Step[],
): Correction {
  let text = CORRECTED.exec(comments[at] ?? "")?.[1] ?? "";
  let last = at;
  while (!PROOF.test(text) && goesOn(comments[last + 1])) text += ` ${comments[++last]}`;
  const [, chapter, name] = PROOF.exec(text) ?? [];
  const step = steps.findLast(({ first }) => first <= at);
  return {
    text: text.trim(),
    proof: name === undefined ? undefined : { chapter, name },
    steps: step?.ids ?? [],
    first: at + 1,
    last: last + 1,
  };
}

function goesOn(comment: string | undefined): boolean {
  return (
    comment !== undefined && comment !== "" && !MARKER.test(comment) && !CORRECTED.test(comment)
  );
}

/** Where the ending begins, as an index: at the line that runs main, and the bracket that closes main. */
function endOf(lines: readonly string[], after: number): number {
  const at = lines.findIndex((line, index) => index > after && ENDING.test(line));
  if (at === -1) return lines.length;
  const before = trimmed(lines, after, at);
  return lines[before - 1] === "}" ? before - 1 : at;
}

/** The number of the last line before `end` that is not blank; lines before `start` are not looked at. */
function trimmed(lines: readonly string[], start: number, end: number): number {
  let last = end;
  while (last > start && lines[last - 1]?.trim() === "") last -= 1;
  return last;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
