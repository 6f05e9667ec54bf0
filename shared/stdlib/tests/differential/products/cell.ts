/** One cell of a product: a program with a name that says which. */
import type { Program } from "../player.ts";

export interface Cell {
  readonly name: string;
  readonly program: Program;
}

/** A cell for each combination, the combination that varies fastest last. */
export function product<A, B>(
  first: readonly A[],
  second: readonly B[],
  cell: (a: A, b: B) => Cell | undefined,
): Cell[] {
  return first.flatMap((a) => second.flatMap((b) => cell(a, b) ?? []));
}
