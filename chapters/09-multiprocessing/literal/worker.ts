/**
 * A process that counts primes, asked through a pipe of its own.
 */
import { EOFError, OSError } from "@netnotes/stdlib/builtins";
import {
  type Connection,
  Pipe,
  Process,
} from "@netnotes/stdlib/multiprocessing";
import type { Peer } from "./peer.ts";
import { countPrimes } from "./primes.ts";

/** A process that counts, as the server has it; `select` waits for what it says. */
export class Worker {
  readonly name: string;
  share = 0; // how many questions it has answered
  peer: Peer | null = null; // who waits for its answer
  readonly pipe: Connection;
  readonly process: Process<[Connection]>;

  constructor(name: string) {
    this.name = name;
    const [pipe, theirs] = Pipe();
    this.pipe = pipe;
    this.process = new Process({
      target: work,
      args: [theirs],
      name,
      daemon: true,
    });
    this.process.start();
    // Only the worker has this end now: when it ends, ours is at its end.
    theirs.close();
  }

  fileno(): number {
    return this.pipe.fileno();
  }
}

/** What it does: numbers come, and counts go back, until the server ends. */
export function work(pipe: Connection): void {
  // It was spawned, not forked: of all that its parent has open it has this pipe only.
  try {
    while (true) pipe.send(countPrimes(pipe.recv() as number));
  } catch (error) {
    if (!hasEnded(error)) throw error;
  }
}

/** Whether the process at the other end of a pipe is over. */
export function hasEnded(error: unknown): boolean {
  return error instanceof EOFError || error instanceof OSError;
}
