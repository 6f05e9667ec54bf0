/**
 * One stream that a test listens to, and what it expects of it.
 */
import { difference } from "./difference.ts";
import { excerpt } from "./excerpt.ts";
import type { CallSite } from "./failure.ts";
import { Inbox } from "./inbox.ts";
import type { Expectation } from "./looks.ts";
import type { Stage, Within } from "./stage.ts";

/** How much is kept of what nobody has read yet, in bytes. */
const AHEAD = 4 * 1024 * 1024;

export class Ear {
  readonly inbox: Inbox;
  readonly #stage: Stage;
  readonly #who: string;

  /**
   * @param who the beginning of a sentence: `server (python)`
   * @param ahead how many unread bytes are kept
   */
  constructor(stage: Stage, who: string, ahead: number = AHEAD) {
    this.#stage = stage;
    this.#who = who;
    this.inbox = new Inbox(ahead);
  }

  /**
   * @param from where the test expects it
   * @returns what the expectation found
   * @throws {Failure} when something else comes, or the deadline passes
   */
  expect<T>(expectation: Expectation<T>, options: Within, from: CallSite): Promise<T> {
    const message = (why: string): string =>
      `${this.#who}: expected ${expectation.what}, but ${why}\n${this.#compared(expectation)}`;
    return this.#stage.wait<T>(
      options,
      from,
      (done, fail) =>
        this.inbox.wait(expectation.look, (verdict) => {
          if (verdict.met) done(verdict.value);
          else fail(message(verdict.why));
        }),
      message,
    );
  }

  /** What nobody has read yet. */
  get unread(): Buffer {
    return this.inbox.unread.bytes;
  }

  #compared({ exactly }: Expectation<unknown>): string {
    const came = this.unread;
    if (exactly) return difference(exactly, came);
    return `  unread    ${came.length === 0 ? "(nothing)" : excerpt(came)}`;
  }
}
