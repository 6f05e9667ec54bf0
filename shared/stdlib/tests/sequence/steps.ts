/** Sequences of steps, and the programs that they write. */
import fc from "fast-check";
import type { Program } from "../differential/player.ts";
import { fileVerbs } from "./file-verbs.ts";
import { socketVerbs } from "./socket-verbs.ts";
import type { Step, Write } from "./step.ts";
import { World } from "./world.ts";

const verbs = { ...socketVerbs, ...fileVerbs } satisfies Record<string, Write>;

/** What is done in a step. */
type Verb = keyof typeof verbs;

/** A sequence: verbs with the numbers that choose among what there is by then. */
export type Sequence = readonly (Step & { readonly verb: Verb })[];

const step = fc.record({
  verb: fc.constantFrom(...(Object.keys(verbs) as Verb[])),
  who: fc.nat(20),
  how: fc.nat(20),
  size: fc.constantFrom(0, 1, 2, 3, 10, 100, 1000, 4096),
});

/** Sequences that begin with sockets of some kind, so that there is something to do. */
export const sequences: fc.Arbitrary<Sequence> = fc
  .tuple(fc.nat(20), fc.array(step, { maxLength: 25, size: "max" }))
  .map(([how, rest]) => [{ verb: "open", who: 0, how, size: 0 }, ...rest]);

/** The lines that a sequence writes. */
export function programOf(sequence: Sequence): Program {
  const world = new World();
  for (const each of sequence) {
    verbs[each.verb](world, world.sockets[each.who % world.sockets.length], each);
  }
  return world.lines;
}
