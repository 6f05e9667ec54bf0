/** A flag that threads wait for. */
import { carry } from "../started/parcel.ts";
import { waitWhile } from "./waiting.ts";

const UNSET = 0;
const SET = 1;

/** The flag's place, and that of a number which every `set` changes; `clear` undoes only the flag. */
const FLAG = 0;
const TIMES_SET = 1;

/** A flag, unset at first: any number of threads wait until one of them sets it. */
export class Event {
  readonly #cells: Int32Array;

  /** @param cells for this library: the event that another thread handed over */
  constructor(cells: Int32Array = new Int32Array(new SharedArrayBuffer(8))) {
    this.#cells = cells;
  }

  /** Whether it is set. */
  is_set(): boolean {
    return Atomics.load(this.#cells, FLAG) === SET;
  }

  /** Sets it and wakes all who wait. */
  set(): void {
    Atomics.store(this.#cells, FLAG, SET);
    Atomics.add(this.#cells, TIMES_SET, 1);
    Atomics.notify(this.#cells, TIMES_SET);
  }

  /** Unsets it: who waits from now on waits; those whom `set` has woken go on. */
  clear(): void {
    Atomics.store(this.#cells, FLAG, UNSET);
  }

  /**
   * Waits until it is set.
   *
   * @param timeout seconds; null for as long as it takes
   * @returns false only when the timeout ran out
   */
  wait(timeout: number | null = null): boolean {
    // In this order: a `set` after the first line changes the number, one before it has set the flag.
    const before = Atomics.load(this.#cells, TIMES_SET);
    return this.is_set() || waitWhile(this.#cells.subarray(TIMES_SET), before, timeout);
  }

  /** For this library: what the threads share. */
  get cells(): Int32Array {
    return this.#cells;
  }
}

carry<Event, Int32Array>({
  kind: "threading.Event",
  carries: (value) => value instanceof Event,
  pack(event, { to }) {
    if (to === "thread") return event.cells;
    throw new TypeError("a threading.Event is for threads, and cannot be handed over to a process");
  },
  unpack: (cells) => new Event(cells),
});
