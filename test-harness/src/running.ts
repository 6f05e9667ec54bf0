/**
 * A program that was started, and the verbs to speak with it.
 */
import { type Address, addressIn, reachable, written } from "./address.ts";
import { Child, inWords, type Launch, type Status } from "./child.ts";
import { excerpt } from "./excerpt.ts";
import { CallSite } from "./failure.ts";
import { whoHolds } from "./leftover.ts";
import * as looks from "./looks.ts";
import type { Stage, Within } from "./stage.ts";
import { isIn } from "./states.ts";

/** What `exits` expects: a status, or the signal that ended the program. */
export type Exit = number | { signal: NodeJS.Signals };

/** What a program that has ended left: its status and what nobody read. */
export interface Ending {
  readonly status: Status;
  readonly stdout: string;
  readonly stderr: string;
}

const OUTPUT = ["stdout"] as const;
const BOTH = ["stdout", "stderr"] as const;

export class Running {
  readonly name: string;
  readonly #stage: Stage;
  readonly #child: Child;
  readonly #within: Within;
  readonly #mayWarn: boolean;
  #address: Address | undefined;
  #expected = false;

  /**
   * @param from where the test started it
   * @param within how long every wait for this program lasts unless told
   */
  constructor(stage: Stage, launch: Launch, from: CallSite, within: Within = {}) {
    this.name = launch.name;
    this.#stage = stage;
    this.#within = within;
    this.#mayWarn = launch.mayWarn ?? false;
    this.#child = new Child(stage, launch, from);
  }

  /** The process's id, and its group's. */
  get pid(): number {
    return this.#child.pid;
  }

  /** How it ended: its exit status, or the signal that ended it; undefined while it runs. */
  get status(): Status | undefined {
    return this.#child.status;
  }

  /** Whether it ended as somebody expected it, by `ended` or `exits`. */
  get endedAsExpected(): boolean {
    return this.#expected;
  }

  /** What it has said and nobody has read yet. */
  get unread(): Readonly<Record<"stdout" | "stderr", Buffer>> {
    return { stdout: this.#child.stdout.unread, stderr: this.#child.stderr.unread };
  }

  /** Where the server can be reached. @throws {Error} for a program that is no server */
  get address(): Address {
    return reachable(this.said);
  }

  /**
   * The address in its ready line, as it stands there: 0.0.0.0 too.
   *
   * @throws {Error} for a program that is no server
   */
  get said(): Address {
    if (!this.#address) throw new Error(`${this.name} is no server: it said no address`);
    return this.#address;
  }

  /**
   * Waits for the first line, `listening on …`: a server is ready then, and not before.
   *
   * @param from where the test started it
   * @throws {Failure} when it says something else first, or ends, or the deadline passes
   */
  async ready(from: CallSite): Promise<this> {
    const line = looks.line(/^listening on .*$/);
    const [said] = await this.#child.stdout.expect(line, this.#within, from);
    this.#address = addressIn(said);
    if (!this.#address) throw this.#stage.failure(`${this.name}: no address in "${said}"`, from);
    return this;
  }

  /** Expects the next line of its standard output, without the newline. */
  says(line: string, within?: Within): Promise<string>;
  says(line: RegExp, within?: Within): Promise<RegExpExecArray>;
  says(line: string | RegExp, within?: Within): Promise<string | RegExpExecArray> {
    const options = { ...this.#within, ...within };
    return this.#child.stdout.expect(looks.line(line), options, new CallSite());
  }

  /** Expects the next bytes of its standard output; no newline is needed after them. */
  async prompts(text: string, within?: Within): Promise<void> {
    const from = new CallSite();
    await this.#child.stdout.expect(looks.bytes(text), { ...this.#within, ...within }, from);
    this.#child.flush();
  }

  /** Expects the next line of its standard error, without the newline. */
  warns(line: string, within?: Within): Promise<string>;
  warns(line: RegExp, within?: Within): Promise<RegExpExecArray>;
  warns(line: string | RegExp, within?: Within): Promise<string | RegExpExecArray> {
    const from = new CallSite();
    return this.#child.stderr.expect(looks.line(line), { ...this.#within, ...within }, from);
  }

  /** Types on its standard input. A newline is typed only if the text has one. */
  type(text: string | Uint8Array): void {
    this.#child.type(text);
  }

  /** Ends its standard input: Ctrl+D. */
  endInput(): void {
    this.#child.endInput();
  }

  /** Sends a signal to the program and everything in its process group. */
  signal(signal: NodeJS.Signals): void {
    this.#child.signal(signal);
  }

  /**
   * Stops the program and its process group, and lets them go on when all this has happened: it finds it all
   * at once. That it stands still is seen first; to its children the signal may come a little later.
   *
   * @throws {Failure} when it does not stop, or has ended
   */
  async whileStopped(happens: () => unknown): Promise<void> {
    const from = new CallSite();
    this.signal("SIGSTOP");
    try {
      await this.#stopped(from);
      await happens();
    } finally {
      this.signal("SIGCONT");
    }
  }

  /**
   * Waits until the program has ended and all that it said is here.
   *
   * @returns the status, and of what it said the part that nobody has read
   * @throws {Failure} when it still runs at the deadline, or something that it left holds its output
   */
  async ended(within?: Within): Promise<Ending> {
    const ending = await this.#ending({ ...this.#within, ...within }, new CallSite());
    this.#expected = true;
    return ending;
  }

  /**
   * Expects the program to end, and so, with nothing on its output or standard error that was not read (on
   * its output alone, where it may warn).
   *
   * @throws {Failure} when it ends otherwise, or has said more
   */
  async exits(expected: Exit, within?: Within): Promise<void> {
    await this.#exits(expected, { ...this.#within, ...within }, new CallSite());
    this.#expected = true;
  }

  /**
   * Stops it and its process group: SIGINT, after 2 s SIGTERM, after 2 s more SIGKILL. A process that it
   * started in a session of its own (setsid(2), `detached`) is out of reach.
   *
   * @throws {Failure} when SIGINT was not enough: Ctrl+C would not have stopped it either
   */
  stop(): Promise<void> {
    return this.#child.stop(new CallSite());
  }

  toString(): string {
    return this.#address ? `${this.name} on ${written(this.#address)}` : this.name;
  }

  #stopped(from: CallSite): Promise<void> {
    return this.#stage.wait<void>(
      this.#within,
      from,
      (done, fail) => {
        const look = (): void => {
          try {
            if (isIn("T", this.pid)) done();
          } catch (error) {
            fail(String(error));
          }
        };
        // SIGSTOP takes effect a little after kill(2) has returned.
        const looks = setInterval(look, 1);
        return () => clearInterval(looks);
      },
      (why) => `${this.name} has not stopped (${why})`,
    );
  }

  async #exits(expected: Exit, within: Within, from: CallSite): Promise<void> {
    const { status } = await this.#ending(within, from);
    const wanted = typeof expected === "number" ? expected : expected.signal;
    if (status !== wanted) {
      const message = `${this.name}: expected to end ${inWords(wanted)}, but it ended ${inWords(status)}`;
      throw this.#stage.failure(message, from);
    }
    for (const stream of this.#mayWarn ? OUTPUT : BOTH) {
      const { bytes, dropped } = this.#child[stream].inbox.unread;
      if (bytes.length === 0) continue;
      const more = dropped > 0 ? ` and ${dropped} bytes more` : "";
      const message = `${this.name}: ended, but nobody has read this of its ${stream}`;
      throw this.#stage.failure(`${message}:\n  unread    ${excerpt(bytes)}${more}`, from);
    }
  }

  #ending(within: Within, from: CallSite): Promise<Ending> {
    const child = this.#child;
    return this.#stage.wait<Ending>(
      within,
      from,
      (done) => {
        void child.exited.then(async (status) => {
          await child.stdout.inbox.finished;
          const { stdout, stderr } = this.unread;
          done({ status, stdout: stdout.toString(), stderr: stderr.toString() });
        });
        return () => {};
      },
      (why) =>
        child.status === undefined
          ? `${this.name}: expected to end, but it still runs (${why})`
          : `${this.name}: ended ${inWords(child.status)}, but ${whoHolds(child.pid)} (${why})`,
    );
  }
}
