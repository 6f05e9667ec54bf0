/** Two connected sockets to wait for, in both languages. */
import * as socket from "../../src/socket.ts";

/** Two connected sockets. */
export type Pair = ReturnType<typeof socket.socketpair>;

/** Something done with two connected sockets, which are closed afterwards. */
export function paired<T>(steps: (...ends: Pair) => T): () => T {
  return () => {
    const [a, z] = socket.socketpair();
    try {
      return steps(a, z);
    } finally {
      a.close();
      z.close();
    }
  };
}

/** The same in Python. */
export const ends = (steps: string): string => `a, z = socket.socketpair()\n${steps}`;

/** Of pairs of descriptor and events the events alone: descriptors differ from process to process. */
export const events = (pairs: readonly (readonly [number, number])[]): number[] =>
  pairs.map(([, event]) => event);

/** The same in Python. */
export const bits = (call: string): string => `tuple(event for _, event in ${call})`;

/** Lets a wrong argument through the compiler: the library has to refuse it by itself. */
export const wrong = (value: unknown): never => value as never;
