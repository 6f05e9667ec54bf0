/**
 * How much of what takes its time is tested: all of it in CI, a sample elsewhere, so that nobody has a
 * reason not to run the tests. `CI=true npm test` runs all of it anywhere.
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

/**
 * Each of these with each of those. Outside CI each of these with one of those, another one for the next, so that
 * all of both take part; as `turn` counts up, every pair does.
 *
 * @param turn a whole number from 0
 */
export function pairs<A, B>(
  these: readonly A[],
  those: readonly B[],
  turn: number,
  thorough = THOROUGH,
): [A, B][] {
  return these.flatMap((one, at) =>
    inTurn(those, at + turn, thorough).map((other): [A, B] => [one, other]),
  );
}
