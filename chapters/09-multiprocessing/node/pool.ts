/**
 * A pool of processes that count primes: who of them counts what for whom.
 *
 * A worker has one question at a time, so that one that is killed loses only that one.
 */
import { type ChildProcess, fork } from "node:child_process";

/** A process that counts, as the server has it. */
interface Worker {
  readonly name: string;
  readonly process: ChildProcess;
  /** How many questions it has answered. */
  share: number;
  /** Tells whoever waits for its answer. */
  tell?: ((answer: string) => void) | undefined;
}

interface Question {
  readonly limit: number;
  readonly tell: (answer: string) => void;
}

export class Pool {
  readonly #program: string;
  #started = 0;
  #workers: Worker[] = [];
  #idle: Worker[] = []; // first the one that has been idle for longest
  readonly #questions: Question[] = []; // the oldest first

  /** @param program the file that a worker runs, with the option --child */
  constructor(program: string) {
    this.#program = program;
  }

  /** Starts a worker, and when that has ended, another one. */
  start(): void {
    this.#started += 1;
    const child = fork(this.#program, ["--child"]);
    const name = `worker ${this.#started}`;
    const worker: Worker = { name, process: child, share: 0 };
    console.log(`${name} is process ${child.pid}`);
    this.#workers.push(worker);
    this.#idle.push(worker);
    child.on("message", (count: number) => {
      worker.share += 1;
      worker.tell?.(`${count} (${name})`);
      worker.tell = undefined;
      this.#idle.push(worker);
      this.#assign();
    });
    // The channel ends after the last answer; "exit" may come before that.
    child.on("disconnect", () => {
      this.#workers = this.#workers.filter((other) => other !== worker);
      this.#idle = this.#idle.filter((other) => other !== worker);
      console.log(`${name} ended`);
      worker.tell?.(`${name} ended: ask again`);
      this.start();
    });
    this.#assign();
  }

  /** The answer to a question, once a worker has had the time for it. */
  count(limit: number): Promise<string> {
    return new Promise((tell) => {
      this.#questions.push({ limit, tell });
      this.#assign();
    });
  }

  /** Gives questions to workers for as long as there are both. */
  #assign(): void {
    while (this.#questions.length > 0 && this.#idle.length > 0) {
      const [worker] = this.#idle.splice(0, 1) as [Worker];
      const [{ limit, tell }] = this.#questions.splice(0, 1) as [Question];
      worker.tell = tell;
      // One that has just ended cannot be sent anything: "disconnect" will tell.
      worker.process.send(limit, () => {});
    }
  }

  shares(): string {
    return this.#workers
      .map((worker) => `${worker.name}: ${worker.share}`)
      .join(", ");
  }
}
