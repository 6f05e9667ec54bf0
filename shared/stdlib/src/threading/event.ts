/** A flag that threads wait for. */
import { carry } from "../started/parcel.ts";
import { waitWhile } from "./waiting.ts";

const UNSET = 0;
const SET = 1;

/** A flag, unset at first: any number of threads wait until one of them sets it. */
export class Event {
  readonly #cell: Int32Array;

  /** @param cell for this library: the event that another thread handed over */
  constructor(cell: Int32Array = new Int32Array(new SharedArrayBuffer(4))) {
    this.#cell = cell;
  }

  /** Whether it is set. */
  is_set(): boolean {
    return Atomics.load(this.#cell, 0) === SET;
  }

  /** Sets it and wakes all who wait. */
  set(): void {
    Atomics.store(this.#cell, 0, SET);
    Atomics.notify(this.#cell, 0);
  }

  /** Unsets it: from now on they wait again. */
  clear(): void {
    Atomics.store(this.#cell, 0, UNSET);
  }

  /**
   * Waits until it is set.
   *
   * @param timeout seconds; null for as long as it takes
   * @returns false only when the timeout ran out
   */
  wait(timeout: number | null = null): boolean {
    return waitWhile(this.#cell, UNSET, timeout);
  }

  /** For this library: what the threads share. */
  get cell(): Int32Array {
    return this.#cell;
  }
}

carry<Event, Int32Array>({
  kind: "threading.Event",
  carries: (value) => value instanceof Event,
  pack(event, { to }) {
    if (to === "thread") return event.cell;
    throw new TypeError("a threading.Event is for threads, and cannot be handed over to a process");
  },
  unpack: (cell) => new Event(cell),
});
