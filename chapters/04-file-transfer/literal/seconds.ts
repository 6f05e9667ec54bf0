/**
 * Reads how long to wait, as a person types it.
 */
import { ArgumentTypeError } from "argparse";

/** Seconds, fractions included; throws what argparse turns into wrong usage. */
export function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600)) {
    throw new ArgumentTypeError("must be above 0 and at most 3600 seconds");
  }
  return value;
}
