/** Measures one row: its ways in turn, round by round. */
import type { Way } from "@netnotes/course/chapter";
import { ProgramFailed } from "./conversation.ts";
import { Measured } from "./measured.ts";
import type { Pinning } from "./pinning.ts";
import { missing } from "./programs.ts";
import { rotated, type Round } from "./round.ts";
import type { Row } from "./rows.ts";

/** A way's rounds, or why there are none. */
export type Outcome =
  | { readonly rounds: readonly Round[] }
  | { readonly missing: string }
  | { readonly failed: string };

export interface Result {
  readonly row: Row;
  readonly ways: Readonly<Partial<Record<Way, Outcome>>>;
}

export interface Plan {
  readonly ways: readonly Way[];
  readonly rounds: number;
  readonly cpus: Pinning | undefined;
  /** A part of each round's operations, for trying whether a row runs at all; 1 is all of them. */
  readonly scale?: number;
  /** Is told what is being done: the round's number, 0 while the programs warm up. */
  readonly onRound?: (row: Row, round: number) => void;
}

/** Measures a row. A program that fails ends its own way and leaves the others alone. */
export async function measure(row: Row, plan: Plan): Promise<Result> {
  const outcomes = new Map<Way, Outcome>();
  const running = new Map<Way, { measured: Measured; rounds: Round[] }>();
  const operations = (way: Way): number => Math.ceil(row.operations[way] * (plan.scale ?? 1));

  /** Does something for a way; a failure is the way's outcome. */
  async function attempt(way: Way, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ProgramFailed)) throw error;
      outcomes.set(way, { failed: error.message });
      await running.get(way)?.measured.stop();
      running.delete(way);
    }
  }

  try {
    plan.onRound?.(row, 0);
    for (const way of plan.ways) {
      const reason = missing(way);
      if (reason !== undefined) outcomes.set(way, { missing: reason });
      else await attempt(way, () => begin(way));
    }
    for (let round = 0; round < plan.rounds; round++) {
      plan.onRound?.(row, round + 1);
      for (const way of rotated(plan.ways, round)) {
        const { measured, rounds } = running.get(way) ?? {};
        if (measured === undefined) continue;
        await attempt(way, async () => void rounds?.push(await measured.round(operations(way))));
      }
    }
    for (const [way, { rounds }] of running) outcomes.set(way, { rounds });
  } finally {
    for (const { measured } of running.values()) await measured.stop();
  }
  return { row, ways: Object.fromEntries(outcomes) };

  async function begin(way: Way): Promise<void> {
    const measured = await Measured.start(row, way, plan.cpus);
    running.set(way, { measured, rounds: [] });
    for (let i = 0; i < row.warmUps; i++) await measured.round(operations(way));
  }
}
