/**
 * A process, its group and its three pipes.
 */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { setTimeout } from "node:timers";
import { Ear } from "./ear.ts";
import type { CallSite } from "./failure.ts";
import { began, ended, killGroup, leader, prepare, signalGroup } from "./groups.ts";
import { Lines } from "./lines.ts";
import type { Participant, Stage } from "./stage.ts";

export interface Launch {
  /** How the conversation calls it. */
  readonly name: string;
  readonly role: string;
  readonly way: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** The command line as a person would type it. */
  readonly shown: string;
  /** Whether what it says on standard error is its own matter: else `exits` wants it read. */
  readonly mayWarn?: boolean;
}

/** How a process ended: its exit status, or the signal that ended it. */
export type Status = number | NodeJS.Signals;

/** How long each signal of `stop` has, in milliseconds, before the next one. */
const LADDER = [
  ["SIGINT", 2000],
  ["SIGTERM", 2000],
  ["SIGKILL", 5000],
] as const;

/** How long, in milliseconds, a killed process may take to be gone, on a busy machine. */
const TO_DIE = 10_000;

/** How long, in milliseconds, the pipes of a process may stay open after the end of its whole group. */
const LINGER = 1000;

export class Child implements Participant {
  readonly stdout: Ear;
  readonly stderr: Ear;
  /** Resolves when the process has ended; what it said may still be on its way. */
  readonly exited: Promise<Status>;
  status: Status | undefined;
  readonly #from: CallSite;
  readonly #launch: Launch;
  readonly #stage: Stage;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #closed: Promise<void>;
  readonly #told: Lines[] = [];
  /** Whether it was sent SIGKILL by the test: then it can only be slow, not deaf. */
  #killed = false;

  /** @param from where the test started it */
  constructor(stage: Stage, launch: Launch, from: CallSite) {
    this.#stage = stage;
    this.#from = from;
    this.#launch = launch;
    const { name, role, way, file, args, env, cwd, shown } = launch;
    stage.enter(this);
    prepare();
    this.#process = spawn(file, args, { ...leader, cwd, env, stdio: "pipe" });
    if (this.#process.pid !== undefined) began(this.#process.pid);
    stage.conversation.happened(name, `starts: ${[file, ...args].join(" ")}`);
    stage.audience.onStart?.({ name, role, way, command: shown });
    this.stdout = this.#listen("stdout");
    this.stderr = this.#listen("stderr");
    // A program may end, or close its standard input, before it has read everything: that is its right.
    this.#process.stdin.on("error", () => {});
    this.exited = new Promise((resolve) => {
      this.#process.once("error", (error) => resolve(this.#end(127, error.message)));
      this.#process.once("exit", (code, signal) => resolve(this.#end(code ?? signal ?? 0)));
    });
    // Not when each pipe closes: by then the other one may not have said why.
    this.#closed = new Promise((resolve) => this.#process.once("close", () => resolve()));
    void this.#closed.then(() => {
      for (const lines of this.#told) lines.finish();
      for (const ear of [this.stdout, this.stderr]) ear.inbox.finish({ how: "end" });
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  type(text: string | Uint8Array): void {
    this.flush();
    this.#stage.conversation.said(this.#launch.name, ">", Buffer.from(text));
    this.#tell("stdin", Buffer.from(text).toString().replace(/\n$/, ""));
    this.#process.stdin.write(text);
  }

  endInput(): void {
    this.#stage.conversation.happened(this.#launch.name, "its input is ended");
    this.#process.stdin.end();
  }

  /** Tells the audience what has no newline yet. */
  flush(): void {
    for (const lines of this.#told) lines.flush();
  }

  signal(signal: NodeJS.Signals): void {
    this.#stage.conversation.happened(this.#launch.name, `is sent ${signal}`);
    this.#killed ||= signal === "SIGKILL";
    signalGroup(this.pid, signal);
  }

  /**
   * Ends the process and its whole group: SIGINT, then SIGTERM, then SIGKILL, each with its time. One that the
   * test has killed is only waited for.
   *
   * @throws {Failure} when SIGINT was not enough: Ctrl+C would not have ended it either
   */
  async stop(from: CallSite = this.#from): Promise<void> {
    let took: NodeJS.Signals | undefined;
    if (this.#killed) await within(TO_DIE, this.exited);
    for (const [signal, time] of LADDER) {
      if (this.status !== undefined) break;
      took = signal;
      this.signal(signal);
      await within(time, this.exited);
    }
    if (this.#process.pid !== undefined) {
      killGroup(this.pid); // what the process has left behind
      await within(LINGER, this.#closed);
    }
    for (const pipe of [this.#process.stdin, this.#process.stdout, this.#process.stderr])
      pipe.destroy();
    if (took === undefined || took === "SIGINT") return;
    const how = this.status === undefined ? "even SIGKILL did not end it" : `${took} ended it`;
    throw this.#stage.failure(`${this.#launch.name}: ignored SIGINT for 2 s; ${how}`, from);
  }

  leave(): Promise<void> {
    return this.stop();
  }

  #listen(stream: "stdout" | "stderr"): Ear {
    const { name } = this.#launch;
    const ear = new Ear(this.#stage, stream === "stdout" ? name : `${name}, stderr`);
    const lines = new Lines((line) => this.#tell(stream, line));
    const watched = this.#stage.audience.onLine !== undefined;
    this.#told.push(lines);
    const pipe = this.#process[stream];
    pipe.on("data", (chunk: Buffer) => {
      this.#stage.conversation.said(name, stream === "stdout" ? "<" : "!", chunk);
      if (watched) lines.push(chunk);
      ear.inbox.pushWhatFits(chunk);
    });
    return ear;
  }

  #tell(stream: "stdin" | "stdout" | "stderr", text: string): void {
    const { name, role } = this.#launch;
    this.#stage.audience.onLine?.({ name, role, stream, text });
  }

  #end(status: Status, reason?: string): Status {
    const { name, role } = this.#launch;
    this.status ??= status;
    if (this.#process.pid !== undefined) ended(this.pid);
    this.#stage.conversation.happened(name, reason ?? `ended ${inWords(status)}`);
    this.#stage.audience.onEnd?.({ name, role, status });
    return status;
  }
}

/** `with exit status 1`, `by SIGINT`. */
export function inWords(status: Status): string {
  return typeof status === "number" ? `with exit status ${status}` : `by ${status}`;
}

async function within(milliseconds: number, event: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    event,
    new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))),
  ]);
  clearTimeout(timer);
}
