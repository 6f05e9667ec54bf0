/** One step of a random program, and how a verb writes it. */
import type { Known, World } from "./world.ts";

/** One step: what is done, and numbers to choose with among what there is by then. */
export interface Step {
  readonly who: number;
  readonly how: number;
  readonly size: number;
}

/** Writes a step's lines into the program; the socket is one that the step chose, if there is any. */
export type Write = (world: World, socket: Known | undefined, step: Step) => void;

/** The item that a number chooses. */
export function chosen<T>(items: readonly T[], by: number): T {
  return items[by % items.length] as T;
}

/** A verb that needs a socket: while there is none, it writes nothing. */
export function on(write: (world: World, s: Known, step: Step) => void): Write {
  return (world, s, step) => {
    if (s !== undefined) write(world, s, step);
  };
}
