/**
 * A pool of processes that count primes: who of them counts what for whom.
 *
 * A worker has one question at a time, so that one that is killed loses only that one.
 */
import { print } from "@netnotes/stdlib/builtins";
import type { Peer } from "./peer.ts";
import { hasEnded, Worker } from "./worker.ts";

export class Pool {
  readonly #width: number;
  #started = 0;
  workers: Worker[] = [];
  #idle: Worker[] = []; // first the one that has been idle for longest
  readonly #questions: [peer: Peer, limit: number][] = []; // the oldest first

  constructor(width: number) {
    this.#width = width;
  }

  /** Starts workers until there are enough: at first, and when one was killed. */
  fill(): void {
    while (this.workers.length < this.#width) {
      this.#started += 1;
      const worker = new Worker(`worker ${this.#started}`);
      print(`${worker.name} is process ${worker.process.pid}`);
      this.workers.push(worker);
      this.#idle.push(worker);
    }
  }

  ask(peer: Peer, limit: number): void {
    this.#questions.push([peer, limit]);
  }

  /** Gives questions to workers for as long as there are both. */
  assign(): void {
    while (this.#questions.length > 0 && this.#idle.length > 0) {
      const [worker] = this.#idle.splice(0, 1) as [Worker];
      const [[peer, limit]] = this.#questions.splice(0, 1) as [[Peer, number]];
      worker.peer = peer;
      try {
        worker.pipe.send(limit);
      } catch (error) {
        if (!hasEnded(error)) throw error; // `answer` will find that it has
      }
    }
  }

  /** Hears a worker that `select` has found: who is to be told, and what. */
  answer(worker: Worker): [peer: Peer | null, line: string] {
    const { peer } = worker;
    worker.peer = null;
    let count: unknown;
    try {
      count = worker.pipe.recv();
    } catch (error) {
      if (!hasEnded(error)) throw error;
      return [peer, this.#bury(worker)];
    }
    worker.share += 1;
    this.#idle.push(worker);
    return [peer, `${String(count)} (${worker.name})`];
  }

  /** Forgets a worker that has ended, and has the kernel forget it, too. */
  #bury(worker: Worker): string {
    this.workers = this.workers.filter((other) => other !== worker);
    this.#idle = this.#idle.filter((other) => other !== worker);
    worker.pipe.close();
    worker.process.join();
    print(`${worker.name} ended`);
    return `${worker.name} ended: ask again`;
  }

  shares(): string {
    return this.workers
      .map((worker) => `${worker.name}: ${worker.share}`)
      .join(", ");
  }
}
