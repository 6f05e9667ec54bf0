/** A lock between threads: a number in shared memory, with the kernel's futex below Atomics.wait. */
import { RuntimeError } from "../exceptions/runtime.ts";
import { carry } from "../started/parcel.ts";
import { acquireTimeout } from "./waiting.ts";

const FREE = 0;
const HELD = 1;
/** Held, and somebody may be waiting: who releases it has to wake one. */
const CONTENDED = 2;

/** What only one thread has at a time. It may be released by another than acquired it. */
export class Lock {
  readonly #cell: Int32Array;

  /** @param cell for this library: the lock that another thread handed over */
  constructor(cell: Int32Array = new Int32Array(new SharedArrayBuffer(4))) {
    this.#cell = cell;
  }

  /**
   * Takes the lock, waiting until it is free.
   *
   * @param timeout seconds; -1 for as long as it takes
   * @returns whether it was taken; false only after a timeout, or without `blocking`
   * @throws ValueError for a negative timeout, or one without `blocking`
   */
  acquire(blocking = true, timeout = -1): boolean {
    const seconds = acquireTimeout(blocking, timeout);
    if (Atomics.compareExchange(this.#cell, 0, FREE, HELD) === FREE) return true;
    if (seconds === 0) return false;
    const deadline = performance.now() + seconds * 1000;
    while (Atomics.exchange(this.#cell, 0, CONTENDED) !== FREE) {
      const left = deadline - performance.now();
      if (left <= 0) return false;
      Atomics.wait(this.#cell, 0, CONTENDED, left);
    }
    return true;
  }

  /** Frees the lock. @throws RuntimeError when nobody holds it */
  release(): void {
    const before = Atomics.exchange(this.#cell, 0, FREE);
    if (before === FREE) throw new RuntimeError("release unlocked lock");
    if (before === CONTENDED) Atomics.notify(this.#cell, 0, 1);
  }

  /** Whether somebody holds it. */
  locked(): boolean {
    return Atomics.load(this.#cell, 0) !== FREE;
  }

  /** Python's `with lock:` is `lock.acquire(); using held = lock;`. */
  [Symbol.dispose](): void {
    this.release();
  }

  /** For this library: what the threads share. */
  get cell(): Int32Array {
    return this.#cell;
  }
}

carry<Lock, Int32Array>({
  kind: "threading.Lock",
  carries: (value) => value instanceof Lock,
  pack(lock, { to }) {
    if (to === "thread") return lock.cell;
    throw new TypeError("a threading.Lock is for threads: processes share a multiprocessing.Lock");
  },
  unpack: (cell) => new Lock(cell),
});
