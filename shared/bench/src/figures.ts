/** What a row's rounds come to, for the table and for JSON alike. */
import type { Way } from "@netnotes/course/chapter";
import type { Outcome, Result } from "./measure.ts";
import { quartiles, type Quartiles } from "./quartiles.ts";
import { ratios, secondsEach, type Round } from "./round.ts";

/** A way in a row. */
export interface Figures {
  /** Seconds for one operation. */
  readonly each: Quartiles;
  /** How many times as fast as Python, round by round; undefined where Python was not measured. */
  readonly ratio: Quartiles | undefined;
  readonly rounds: readonly Round[];
}

/** A way's figures, or the words that stand in their place. */
export function figures({ ways }: Result, way: Way): Figures | { readonly instead: string } {
  const outcome = ways[way];
  if (outcome === undefined) return { instead: "not asked for" };
  if ("missing" in outcome) return { instead: outcome.missing };
  if ("failed" in outcome) return { instead: "failed" };
  const base = roundsOf(ways.python);
  return {
    each: quartiles(outcome.rounds.map(secondsEach)),
    ratio: base === undefined ? undefined : quartiles(ratios(base, outcome.rounds)),
    rounds: outcome.rounds,
  };
}

function roundsOf(outcome: Outcome | undefined): readonly Round[] | undefined {
  return outcome !== undefined && "rounds" in outcome ? outcome.rounds : undefined;
}

/** What went wrong, a line for each way that failed. */
export function failures(results: readonly Result[]): string[] {
  return results.flatMap(({ ways }) =>
    Object.values(ways).flatMap((outcome) => ("failed" in outcome ? [outcome.failed] : [])),
  );
}
