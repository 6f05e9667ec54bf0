/** One round of one program, and how two programs' rounds compare. */

export interface Round {
  readonly operations: number;
  /** By the program's own monotonic clock. */
  readonly seconds: number;
}

/** Seconds for one operation. */
export function secondsEach({ operations, seconds }: Round): number {
  return seconds / operations;
}

/** Several batches as the one round that they make. */
export function together(batches: readonly Round[]): Round {
  return {
    operations: batches.reduce((sum, { operations }) => sum + operations, 0),
    seconds: batches.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/**
 * How many times as fast a way was as another in each round: more than 1 is faster.
 *
 * Round is compared with round, because the two were measured right after each other: what slows the machine
 * down for a second slows both.
 */
export function ratios(base: readonly Round[], way: readonly Round[]): number[] {
  if (base.length !== way.length) throw new RangeError("both ways need the same rounds");
  return way.map((round, at) => secondsEach(base[at] as Round) / secondsEach(round));
}

/** The order in a round: each round begins with another, so that nobody always comes first. */
export function rotated<T>(items: readonly T[], round: number): T[] {
  const first = round % Math.max(items.length, 1);
  return [...items.slice(first), ...items.slice(0, first)];
}
