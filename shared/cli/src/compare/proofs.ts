/**
 * The proofs that a comparison's `corrected:` lines name.
 */
import type { Proof } from "@netnotes/course/chapter";
import { findChapter, findProof } from "@netnotes/course/find";
import type { Lines, ProofName } from "@netnotes/course/steps";
import { type Comparison, isEmpty } from "./comparison.ts";

export interface NamedProof extends Proof {
  /** The number of its chapter. */
  readonly number: string;
}

/** The proofs named in the rows that are shown, each once, in the order in which they are named. */
export function proofsOf({ chapter, columns, rows }: Comparison): NamedProof[] {
  const found = new Map<string, NamedProof>();
  const named = columns.flatMap(({ corrections }, at) => {
    const shown = rows.flatMap(({ cells }) => cells[at]?.lines ?? []);
    return corrections.filter(({ first }) => shown.some((lines) => includes(lines, first)));
  });
  for (const { proof } of named) {
    if (proof === undefined) continue;
    const key = keyOf(proof, chapter.number);
    if (found.has(key)) continue;
    const number = proof.chapter ?? chapter.number;
    const own = number === chapter.number ? chapter : findChapter(number);
    found.set(key, { number, ...findProof(own, proof.name) });
  }
  return [...found.values()];
}

/** `05-ipv6`: the same for a proof wherever it is named. */
export function keyOf({ chapter, name }: ProofName, own: string): string {
  return `${chapter ?? own}-${name}`;
}

function includes(lines: Lines, line: number): boolean {
  return !isEmpty(lines) && lines.first <= line && line <= lines.last;
}
