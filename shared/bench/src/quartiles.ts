/** The middle of several measurements, and how far they spread around it. */

export interface Quartiles {
  /** A quarter of the values is not above it. */
  readonly lower: number;
  readonly median: number;
  /** A quarter of the values is not below it. */
  readonly upper: number;
}

/**
 * The quartiles of at least one value, between two values in proportion (R's type 7, and the method
 * "inclusive" of Python's `statistics.quantiles`).
 */
export function quartiles(values: readonly number[]): Quartiles {
  if (values.length === 0) throw new RangeError("there is no middle of nothing");
  const sorted = values.toSorted((a, b) => a - b);
  return {
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
