/**
 * A process that counts primes, asked through its channel to the server.
 */
import { countPrimes } from "./primes.ts";

/** What it does: numbers come, and counts go back, until the server ends. */
export function work(): void {
  process.on("message", (limit: number) => {
    // It may be over while we count: then nobody hears us, and that is no error.
    process.send?.(countPrimes(limit), undefined, undefined, () => {});
  });
  process.on("disconnect", () => process.exit());
}
