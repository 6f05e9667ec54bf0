/** The Thread: a worker of Node's that shares descriptors with all others. */
import { inspect } from "node:util";
import { RuntimeError } from "../exceptions/runtime.ts";
import "../started/socket.ts";
import { ownIdentity } from "../started/identity.ts";
import { pack } from "../started/parcel.ts";
import { programFile, type Callable } from "../started/program.ts";
import { allArguments, type Options } from "../started/target.ts";
import { theKeeper } from "./keeping.ts";
import { order } from "./order.ts";
import { INITIAL, STARTED, type Traits } from "./state.ts";
import { countIn, nextNumber, tally } from "./tally.ts";
import { waitWhile } from "./waiting.ts";

const LABELS = ["initial", "started", "stopped"];

/**
 * A thread of execution, in the same process and with the same descriptors. It has JavaScript objects of its
 * own: the README tells what can be handed over to it.
 */
export class Thread<P extends readonly unknown[] = never[]> {
  #traits: Traits;
  readonly #target: Callable | undefined;
  readonly #arguments: unknown[];

  constructor(options: Options<P> = {}) {
    const { target, name } = options;
    this.#target = target;
    this.#arguments = allArguments(options as Options<never[]>);
    this.#traits = {
      name: name || `Thread-${nextNumber()}${target ? ` (${target.name})` : ""}`,
      daemon: options.daemon ?? own.daemon,
      ident: null,
      state: new Int32Array(new SharedArrayBuffer(4)),
    };
  }

  /** For this library: a thread that runs already. */
  static running(traits: Traits): Thread {
    const thread = new Thread({ name: traits.name });
    thread.#traits = traits;
    return thread;
  }

  /**
   * Starts it, once. It loads the program's file, in which `run(main)` then does nothing, and calls the target.
   *
   * @throws RuntimeError the second time, and where not even a first thread can be started; TypeError
   *   when the target is not exported, or an argument cannot be handed over
   */
  start(): void {
    const traits = this.#traits;
    if (Atomics.load(traits.state, 0) !== INITIAL) {
      throw new RuntimeError("threads can only be started once");
    }
    const call = this.#target && [this.#target, this.#arguments];
    const packed = pack(call, { to: "thread", descriptors: new Set() });
    const file = programFile();
    const keeper = theKeeper();
    traits.ident = countIn(traits.daemon);
    Atomics.store(traits.state, 0, STARTED);
    const thread = { ...traits, tally };
    const { argv } = process;
    const main = mainTraits;
    keeper.postMessage({ file, thread, main, process: ownIdentity(), argv, call: packed });
  }

  /**
   * Waits until it is over.
   *
   * @param timeout seconds, null for as long as it takes; whether it is over then, `is_alive` tells
   * @throws RuntimeError before its start, and for the thread that calls
   */
  join(timeout: number | null = null): void {
    const { state } = this.#traits;
    if (Atomics.load(state, 0) === INITIAL) {
      throw new RuntimeError("cannot join thread before it is started");
    }
    if (state === own.state) throw new RuntimeError("cannot join current thread");
    waitWhile(state, STARTED, timeout);
  }

  /** Whether it was started and is not over. */
  is_alive(): boolean {
    return Atomics.load(this.#traits.state, 0) === STARTED;
  }

  /** For people only; several threads may have the same. */
  get name(): string {
    return this.#traits.name;
  }
  set name(name: string) {
    this.#traits.name = String(name);
  }

  /** Whether the program may end before it. */
  get daemon(): boolean {
    return this.#traits.daemon;
  }
  set daemon(daemon: boolean) {
    if (Atomics.load(this.#traits.state, 0) !== INITIAL) {
      throw new RuntimeError("cannot set daemon status of active thread");
    }
    this.#traits.daemon = daemon;
  }

  /** A number that no other thread of the process has; null before its start. */
  get ident(): number | null {
    return this.#traits.ident;
  }

  /** As Python's repr has it: `<Thread(Thread-1 (tcplink), started 2)>`. */
  toString(): string {
    const { name, daemon, ident, state } = this.#traits;
    const kind = ident === mainTraits.ident ? "_MainThread" : "Thread";
    const label = `${LABELS[Atomics.load(state, 0)]}${daemon ? " daemon" : ""}`;
    return `<${kind}(${name}, ${label}${ident === null ? "" : ` ${ident}`})>`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** The main thread; it is over with the program. */
const mainTraits: Traits = order?.main ?? {
  name: "MainThread",
  daemon: false,
  ident: 1,
  state: new Int32Array(new SharedArrayBuffer(4)).fill(STARTED),
};

/** The thread that runs here. */
const own: Traits = order?.thread ?? mainTraits;

const main = Thread.running(mainTraits);
const current = own === mainTraits ? main : Thread.running(own);

/** The thread that calls. */
export function current_thread(): Thread {
  return current;
}

/** The thread in which the program began. */
export function main_thread(): Thread {
  return main;
}
