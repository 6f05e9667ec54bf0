/**
 * Everything that one test, or one scene, has started: what is said on it, and how it is cleared.
 */
import { setTimeout } from "node:timers";
import { Conversation } from "./conversation.ts";
import { type CallSite, Failure } from "./failure.ts";

/** How long a wait lasts unless told, in milliseconds. */
const DEADLINE = 10_000;

export interface Within {
  /** How long to wait at most, in milliseconds; 10,000 unless told. */
  within?: number;
}

/** Hears what happens on a stage while it happens: the `demo` command shows it. */
export interface Audience {
  /** A program starts; `command` is what a person would type. */
  onStart?(start: { name: string; role: string; way: string; command: string }): void;
  /** A line was said, or a part of one that waits for an answer; without its newline. */
  onLine?(line: { name: string; role: string; stream: Stream; text: string }): void;
  /** A program ended: its exit status, or the signal that ended it. */
  onEnd?(end: { name: string; role: string; status: number | NodeJS.Signals }): void;
}

/** `sent` and `received` are what a peer that the test plays says and hears. */
export type Stream = "stdin" | "stdout" | "stderr" | "sent" | "received";

/** What is stopped when the stage is cleared. */
export interface Participant {
  leave(): Promise<void> | void;
}

/** Makes the failure of an expectation that will never be met. */
type GiveUp = (why: string) => Failure;

export class Stage {
  readonly conversation = new Conversation();
  readonly audience: Audience;
  readonly #participants = new Set<Participant>();
  readonly #pending = new Set<GiveUp>();
  readonly #names = new Map<string, number>();
  readonly #last: (() => void)[] = [];
  readonly #deadline: number;
  #cleared = false;

  /** @param deadline how long a wait lasts unless told, in milliseconds; 10,000 unless told */
  constructor(audience: Audience = {}, deadline: number = DEADLINE) {
    this.audience = audience;
    this.#deadline = deadline;
  }

  /** A name that nobody else has on this stage: the second `client` is `client 2`. */
  name(wanted: string): string {
    const count = (this.#names.get(wanted) ?? 0) + 1;
    this.#names.set(wanted, count);
    return count === 1 ? wanted : `${wanted} ${count}`;
  }

  /** @throws {Error} when the stage was cleared already: nobody would stop the newcomer */
  enter(participant: Participant): void {
    if (this.#cleared) throw new Error("the test is over: nothing can be started any more");
    this.#participants.add(participant);
  }

  /** Something to do when everybody has left: to remove a folder that they used. */
  atLast(action: () => void): void {
    this.#last.push(action);
  }

  /**
   * A wait with a deadline. Whatever ends it badly throws a Failure with the conversation.
   *
   * @param from where the test expected it
   * @param begin begins to wait, and returns how to stop: it calls `done`, or `fail` with the first line
   *   of a message and what differed
   * @param state what to say of the state in which the deadline found it
   */
  wait<T>(
    { within = this.#deadline }: Within,
    from: CallSite,
    begin: (done: (value: T) => void, fail: (message: string) => void) => () => void,
    state: (why: string) => string,
  ): Promise<T> {
    // What goes on after its test must not begin anything: nobody would end it.
    if (this.#cleared) return Promise.reject(this.failure(state("the test is over"), from));
    return new Promise((resolve, reject) => {
      let stop: (() => void) | undefined;
      const settle = (): void => {
        clearTimeout(timer);
        this.#pending.delete(giveUp);
        stop?.();
      };
      const fail = (message: string): Failure => {
        settle();
        return this.failure(message, from);
      };
      const giveUp: GiveUp = (why) => fail(state(why));
      const timer = setTimeout(() => reject(giveUp(`not within ${within} ms`)), within);
      this.#pending.add(giveUp);
      stop = begin(
        (value) => {
          settle();
          resolve(value);
        },
        (message) => reject(fail(message)),
      );
    });
  }

  /** A failure that carries the whole conversation. */
  failure(message: string, from: CallSite): Failure {
    return new Failure(message, this.conversation.toString(), from);
  }

  /**
   * Stops everything that was started here, whatever state it is in, each within a bound.
   *
   * @throws {Failure | AggregateError} when an expectation was left unfinished, or something did not stop
   *   as it should
   */
  async clear(): Promise<void> {
    this.#cleared = true;
    // Nobody may be waiting for these any more: they are told here, and their promises stay open.
    const unfinished = [...this.#pending].map((giveUp) =>
      giveUp("left unfinished: the test ended before it (is an `await` missing?)"),
    );
    const leaving = [...this.#participants].map(async (participant) => participant.leave());
    const results = await Promise.allSettled(leaving);
    for (const action of this.#last) action();
    const refused = results.filter((result) => result.status === "rejected");
    const errors: unknown[] = [...unfinished, ...refused.map(({ reason }): unknown => reason)];
    if (errors.length === 1) throw errors[0];
    if (errors.length > 1) throw new AggregateError(errors, errors.map(String).join("\n\n"));
  }
}
