/**
 * How much of what takes its time is tested: all of it in CI, a sample elsewhere, so that nobody has a
 * reason not to run the tests. `CI=true npm test -- --force` runs all of it anywhere.
 */

/** Whether everything is to be tested. */
export const THOROUGH: boolean = process.env["CI"] !== undefined;

/**
 * All of them; outside CI one, in turn: whoever counts up `turn` sees each of them tested somewhere.
 *
 * @param turn a whole number from 0
 */
export function inTurn<T>(all: readonly T[], turn: number, thorough = THOROUGH): readonly T[] {
  return thorough ? all : all.filter((_, index) => index === turn % all.length);
}
