/**
 * Reads how long to wait, as a person types it.
 */

/** Whole seconds; anything else ends the program as wrong usage. */
export function seconds(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    console.error("--timeout must be whole seconds, 1 to 999999");
    process.exit(2);
  }
  return Number(text);
}
