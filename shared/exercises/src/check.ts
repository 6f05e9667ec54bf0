/**
 * The contract of an exercise's check.ts: named checks, in order, over the network only.
 */
import type { Connection } from "@netnotes/test-harness/connection";
import type { Where } from "@netnotes/test-harness/dial";
import type { Running } from "@netnotes/test-harness/running";
import type { Verbs as Peers } from "@netnotes/test-harness/scene";
import type { Random } from "./random.ts";

/** A check.ts's default export; the names are the checks' ids, in kebab case. */
export type Checks = Readonly<Record<string, Check>>;

export interface Check {
  /** What a right program does, as the end of a sentence that begins with "it": `sends back …`. */
  readonly title: string;
  /** Why that is so on a network, in one or two sentences; shown when the check fails. */
  readonly why: string;
  /** Speaks with the program; whatever it throws is the failure. Every wait has 3 s unless told. */
  readonly run: (verbs: Verbs) => Promise<void>;
}

export interface StartProgram {
  /** Its arguments. */
  readonly args?: readonly string[];
  /** Added to its environment; undefined removes. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Its whole standard input; without it, the check types. */
  readonly stdin?: string | Uint8Array;
  /** Its working directory; an empty one unless told. */
  readonly cwd?: string;
}

export interface StartServer extends StartProgram {
  /** Which address to ask it for; 127.0.0.1 unless told. */
  readonly host?: string;
  /** Which port to ask it for; 0, any free one, unless told. */
  readonly port?: number;
  /** Asks it for a Unix socket instead, by `--path`: its path, or true for one in an empty folder. */
  readonly unix?: string | true;
}

/** What a check does with the learner's program. All that it begins is ended with the check. */
export interface Verbs extends Omit<Peers, "start" | "startFile"> {
  /**
   * Starts the program with `--host 127.0.0.1 --port 0`, or `--path`. It is ready when this returns: it
   * has said `listening on …`, on the address that it was asked for.
   */
  readonly startServer: (options?: StartServer) => Promise<Running>;
  /** Starts the program with the `--host` and `--port`, or the `--path`, of a peer that listens. */
  readonly startClient: (to: Where, options?: StartProgram) => Promise<Running>;
  /** Starts the program with these arguments and no others, and does not wait for anything. */
  readonly start: (options?: StartProgram) => Promise<Running>;
  /**
   * Sends pieces so that the program reads each by itself: it waits until the kernel holds no byte that
   * the program has not read before it sends the next one, at most 0.5 s each. TCP to the program only;
   * where the kernel does not tell (not Linux), a pause of 30 ms stands for it.
   */
  readonly sendApart: (peer: Connection, pieces: readonly (string | Uint8Array)[]) => Promise<void>;
  /** The same values in every run with the same seed; each check has its own. */
  readonly random: Random;
  /** Fails, with the whole conversation, unless both are the same bytes. `what`: `its output`. */
  readonly same: (what: string, came: string | Uint8Array, expected: string | Uint8Array) => void;
  /** Fails with this sentence and the whole conversation. */
  readonly fail: (sentence: string) => never;
}
