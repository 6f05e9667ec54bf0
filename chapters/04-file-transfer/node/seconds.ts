/**
 * Reads how long to wait, as a person types it.
 */

/** Seconds, fractions included; anything else ends the program as wrong usage. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600)) {
    console.error("--timeout must be above 0 and at most 3600 seconds");
    process.exit(2);
  }
  return value;
}
