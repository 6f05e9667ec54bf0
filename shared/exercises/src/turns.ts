/**
 * Does something to all of a list, at most so many at once.
 *
 * @returns the results, in the list's order
 */
export async function inTurns<T, R>(
  list: readonly T[],
  atOnce: number,
  act: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = list.entries();
  const worker = async (): Promise<void> => {
    for (const [at, one] of queue) results[at] = await act(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, list.length) }, worker));
  return results;
}
