/** The Process: a program of its own, which runs one function of this one. */
import { AssertionError } from "node:assert";
import { constants as system } from "node:os";
import { inspect } from "node:util";
import { CHILD_VARIABLE } from "../builtins/program.ts";
import { ValueError } from "../exceptions/values.ts";
import { socketpair } from "../socket/make.ts";
import "../started/socket.ts";
import { pack } from "../started/parcel.ts";
import { programFile, type Callable } from "../started/program.ts";
import { allArguments, type Options } from "../started/target.ts";
import { nextProcessNumber } from "../threading/tally.ts";
import { Child } from "./child.ts";
import { CHANNEL_VARIABLE, send } from "./errand.ts";
import { adopt, parentOfDaemons, running, self, type Relative } from "./family.ts";
import { spawn } from "./spawn.ts";

function assert(holds: boolean, message: string): asserts holds {
  if (!holds) throw new AssertionError({ message });
}

/**
 * A child process. It has memory of its own: it loads the program's file anew, in which `run(main)` then
 * does nothing, and calls the target with copies of the arguments.
 */
export class Process<P extends readonly unknown[] = never[]> implements Relative {
  #name: string;
  #daemon: boolean;
  readonly #identity: readonly number[];
  readonly #target: Callable | undefined;
  readonly #arguments: unknown[];
  #child: Child | undefined;
  #closed = false;

  constructor(options: Options<P> = {}) {
    this.#identity = [...self.identity, nextProcessNumber()];
    this.#target = options.target;
    this.#arguments = allArguments(options as Options<never[]>);
    this.#name = options.name || `Process-${this.#identity.join(":")}`;
    this.#daemon = options.daemon ?? self.daemon;
  }

  /**
   * Starts it, once. Descriptors of sockets among the arguments are inherited under the same number; the
   * parent's stay open, and have to be closed here.
   *
   * @throws TypeError when the target is not exported, or an argument cannot be handed over; OSError EAGAIN,
   *   ENOMEM, EMFILE
   */
  start(): void {
    this.#checkClosed();
    assert(this.#child === undefined, "cannot start a process twice");
    assert(!self.daemon, "daemonic processes are not allowed to have children");
    running(); // those that are over are zombies until somebody looks
    const descriptors = new Set<number>();
    const target = this.#target && [this.#target, this.#arguments];
    const call = pack(target, { to: "process", descriptors });
    const file = programFile();
    const [ours, theirs] = socketpair();
    for (const end of [ours, theirs]) end.settimeout(null);
    try {
      const environment = {
        ...process.env,
        [CHILD_VARIABLE]: this.#name,
        [CHANNEL_VARIABLE]: String(theirs.fileno()),
      };
      const inherited = [...descriptors, theirs.fileno()];
      const pid = spawn(process.execPath, [process.execPath, file], environment, inherited);
      this.#child = new Child(pid, ours);
    } finally {
      theirs.close();
      if (this.#child === undefined) ours.close();
    }
    adopt(this);
    send(ours, {
      name: this.#name,
      daemon: this.#daemon,
      identity: this.#identity,
      argv: process.argv,
      parent: this.#daemon ? parentOfDaemons : 0,
      descriptors: [...descriptors],
      call,
    });
  }

  /**
   * Waits until it is over.
   *
   * @param timeout seconds, null for as long as it takes; whether it is over then, `exitcode` tells
   */
  join(timeout: number | null = null): void {
    this.#checkClosed();
    assert(this.#child !== undefined, "can only join a started process");
    this.#child.wait(timeout);
    running();
  }

  /** Whether it was started and is not over. */
  is_alive(): boolean {
    this.#checkClosed();
    return this.#child !== undefined && this.#child.poll() === null;
  }

  /** Ends it by SIGTERM. Locks that it holds are free then; what it was writing may be half done. */
  terminate(): void {
    this.#signal("SIGTERM");
  }

  /** Ends it by SIGKILL, which nothing can refuse. */
  kill(): void {
    this.#signal("SIGKILL");
  }

  #signal(name: "SIGTERM" | "SIGKILL"): void {
    this.#checkClosed();
    assert(this.#child !== undefined, "can only signal a started process");
    this.#child.signal(name);
  }

  /** Forgets a process that is over; nothing else can be asked of it then. */
  close(): void {
    if (this.is_alive()) {
      throw new ValueError(
        "Cannot close a process while it is still running. You should first call join() or terminate().",
      );
    }
    this.#closed = true;
  }

  /** The exit status, 1 after an error; the negative number of the signal that ended it; null until then. */
  get exitcode(): number | null {
    this.#checkClosed();
    return this.#child?.poll() ?? null;
  }

  /** The process id; null before its start. */
  get pid(): number | null {
    this.#checkClosed();
    return this.#child?.pid ?? null;
  }

  /**
   * A descriptor that `select` finds readable once it is over: so one waits for several of them, or for them and
   * a socket. It is -1 when nothing is left of the process.
   *
   * @throws ValueError before its start
   */
  get sentinel(): number {
    this.#checkClosed();
    if (this.#child === undefined) throw new ValueError("process not started");
    return this.#child.sentinel;
  }

  /** For people only. */
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    assert(typeof name === "string", "name must be a string");
    this.#name = name;
  }

  /** Whether it is ended with the program, which otherwise waits for it. */
  get daemon(): boolean {
    return this.#daemon;
  }
  set daemon(daemon: boolean) {
    assert(this.#child === undefined, "process has already started");
    this.#daemon = daemon;
  }

  #checkClosed(): void {
    if (this.#closed) throw new ValueError("process object is closed");
  }

  /** As Python's repr has it: `<Process name='Process-1' pid=4711 parent=4710 started>`. */
  toString(): string {
    const pid = this.#closed || this.#child === undefined ? "" : ` pid=${this.#child.pid}`;
    const daemon = this.#daemon ? " daemon" : "";
    return `<Process name='${this.#name}'${pid} parent=${process.pid} ${this.#state()}${daemon}>`;
  }

  #state(): string {
    if (this.#closed) return "closed";
    if (this.#child === undefined) return "initial";
    const code = this.#child.poll();
    if (code === null) return "started";
    const signal = Object.entries(system.signals).find(([, number]) => number === -code)?.[0];
    return `stopped exitcode=${signal === undefined ? code : `-${signal}`}`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
