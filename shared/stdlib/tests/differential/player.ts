/** The two processes that play programs: CPython, and Node with our library. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { compile } from "@netnotes/compile";
import { environment } from "../fixture.ts";
import { BARE } from "../python.ts";

/** A program: statements of the little Python. */
export type Program = readonly string[];

/** How long one program may take, in milliseconds; none waits on purpose for more than a fraction. */
const DEADLINE = 10_000;

/** A process that plays one program after another. It starts with the first, and anew after a crash. */
class Player {
  readonly #command: () => readonly string[];
  #running: { child: ChildProcess; lines: AsyncIterator<string> } | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(command: () => readonly string[]) {
    this.#command = command;
  }

  /**
   * What each statement came to; where one brought the process down, that is the last outcome. Programs
   * that are given at the same time are played in turn.
   */
  play(program: Program): Promise<string[]> {
    const played = this.#last.then(() => this.#play(program));
    this.#last = played.catch(() => {});
    return played;
  }

  /** Ends the process, and waits until it has. */
  async end(): Promise<void> {
    const child = this.#running?.child;
    this.#running = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.stdin?.end();
    await ended;
  }

  async #play(program: Program): Promise<string[]> {
    const { child, lines } = (this.#running ??= this.#start());
    child.stdin?.write(`${JSON.stringify(program)}\n`);
    const outcomes: string[] = [];
    let why = "it ended";
    const deadline = setTimeout(() => {
      why = "it hung";
      child.kill("SIGKILL");
    }, DEADLINE);
    while (outcomes.length < program.length) {
      const { value, done } = await lines.next();
      if (done === true) break;
      outcomes.push(JSON.parse(value) as string);
    }
    clearTimeout(deadline);
    if (outcomes.length < program.length) {
      this.#running = undefined;
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      outcomes.push(`no answer: ${why}, ${child.signalCode ?? child.exitCode}`);
    }
    return outcomes;
  }

  #start(): { child: ChildProcess; lines: AsyncIterator<string> } {
    const [file = "", ...args] = this.#command();
    const child = spawn(file, args, { env: environment(), stdio: ["pipe", "pipe", "inherit"] });
    // A process that has died refuses its next program; that it has died is seen in its output.
    child.stdin.on("error", () => {});
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  }
}

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** CPython. */
export const python = new Player(() => ["python3", ...BARE, beside("play.py")]);

/** Our library under this Node. */
export const ours = new Player(() => [process.execPath, compile(beside("play.ts"))]);
