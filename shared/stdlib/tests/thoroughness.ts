/**
 * How much of what takes its time is tested: all of it in CI, a sample elsewhere, so that nobody has a
 * reason not to run the tests. `CI=true npm test` runs all of it here.
 */

/** Whether everything is to be tested. */
export const THOROUGH: boolean = process.env["CI"] !== undefined;

/** Batches of ten threads or processes that are started to see whether they leave anything behind. */
export const BATCHES: number = Number(process.env["NETNOTES_BATCHES"] ?? (THOROUGH ? 30 : 1));

/** Threads that block at the same time. */
export const BLOCKED: number = THOROUGH ? 100 : 20;

/** All of some cases, or every thirteenth of them. */
export function sample<T>(cases: readonly T[]): readonly T[] {
  return THOROUGH ? cases : cases.filter((_, index) => index % 13 === 0);
}
