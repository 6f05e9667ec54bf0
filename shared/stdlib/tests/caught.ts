/** What a call throws. */

/**
 * The error that a call throws.
 *
 * @param kind the class it has to be of
 */
export function caught<E extends Error>(kind: new (...args: never[]) => E, call: () => unknown): E {
  try {
    call();
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  throw new Error(`nothing was thrown, ${kind.name} was expected`);
}
