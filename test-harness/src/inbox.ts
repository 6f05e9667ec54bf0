/**
 * What has come and was not read yet, of one stream; and who waits for more of it.
 */

/** How a stream was over: its writer closed it, or the connection was reset. */
export type Over = { readonly how: "end" } | { readonly how: "reset"; readonly code: string };

/** What an expectation sees when it looks: the bytes so far, and whether more can come. */
export interface Unread {
  readonly bytes: Buffer;
  readonly over: Over | undefined;
  /** How many bytes came after `bytes` and were not kept, because nobody read for too long. */
  readonly dropped: number;
}

/** Met, taking so many bytes; wrong, for a reason; or not decided before more has come. */
export type Verdict<T> =
  | { readonly met: true; readonly take: number; readonly value: T }
  | { readonly met: false; readonly why: string }
  | undefined;

export type Look<T> = (unread: Unread) => Verdict<T>;

interface Waiter {
  look(unread: Unread): boolean;
}

export class Inbox {
  /** How many bytes are kept ahead of the reader. */
  readonly ahead: number;
  /** Resolves when nothing more can come. */
  readonly finished: Promise<void>;
  #finished!: () => void;
  // A store that doubles: bytes that come in many small pieces are not copied once a piece.
  #store = Buffer.alloc(0);
  #begin = 0;
  #end = 0;
  #dropped = 0;
  #over: Over | undefined;
  readonly #waiters: Waiter[] = [];

  constructor(ahead: number) {
    this.ahead = ahead;
    this.finished = new Promise((resolve) => (this.#finished = resolve));
  }

  /** True when nobody waits and as much is kept as should be: a source that can pause, pauses. */
  get full(): boolean {
    return this.#waiters.length === 0 && this.#end - this.#begin >= this.ahead;
  }

  /** The bytes are valid until more comes. */
  get unread(): Unread {
    const bytes = this.#store.subarray(this.#begin, this.#end);
    return { bytes, over: this.#over, dropped: this.#dropped };
  }

  /** More came, and is kept. */
  push(chunk: Buffer): void {
    if (this.#end + chunk.length > this.#store.length) this.#makeRoom(chunk.length);
    this.#end += chunk.copy(this.#store, this.#end);
    this.#settle();
  }

  /**
   * More came from a source that must not be paused: what is beyond `ahead` is counted and forgotten, and
   * so is all that follows, for after a gap nothing means what it says.
   */
  pushWhatFits(chunk: Buffer): void {
    const room = this.#dropped > 0 ? 0 : Math.max(0, this.ahead - (this.#end - this.#begin));
    this.#dropped += Math.max(0, chunk.length - room);
    if (room > 0) this.push(chunk.subarray(0, room));
    else this.#settle();
  }

  /** Nothing more will come. Only the first call counts. */
  finish(over: Over): void {
    this.#over ??= over;
    this.#finished();
    this.#settle();
  }

  /**
   * Waits until a look at the unread bytes decides. Those who wait are served in order.
   *
   * @param decided is called with the verdict, at once if it is clear already
   * @returns stops waiting
   */
  wait<T>(look: Look<T>, decided: (verdict: NonNullable<Verdict<T>>) => void): () => void {
    const waiter: Waiter = {
      look: (unread) => {
        const verdict = look(unread);
        if (verdict === undefined) return false;
        if (verdict.met) this.#begin += verdict.take;
        decided(verdict);
        return true;
      },
    };
    this.#waiters.push(waiter);
    this.#settle();
    return () => {
      const at = this.#waiters.indexOf(waiter);
      if (at >= 0) this.#waiters.splice(at, 1);
    };
  }

  #settle(): void {
    while (this.#waiters[0]?.look(this.unread)) this.#waiters.shift();
  }

  #makeRoom(more: number): void {
    const { bytes } = this.unread;
    const needed = bytes.length + more;
    const fits = needed <= this.#store.length / 2;
    const store = fits ? this.#store : Buffer.allocUnsafe(Math.max(2 * needed, 4096));
    this.#end = bytes.copy(store, 0);
    this.#begin = 0;
    this.#store = store;
  }
}
