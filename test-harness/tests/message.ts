/** What a failure says. */

/**
 * @returns the message with which a promise is rejected
 * @throws {Error} when it is not
 */
export async function messageOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("expected a failure, but there was none");
}
