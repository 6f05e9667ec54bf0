/** Locks between processes, and between their threads too. */
import { AssertionError } from "node:assert";
import { ValueError } from "../exceptions/values.ts";
import { carry } from "../started/parcel.ts";
import { Lock as ThreadLock } from "../threading/lock.ts";
import { newPlace, type Place } from "./memory.ts";
import { lockByte, unlockByte } from "./record-lock.ts";

/**
 * What only one process has at a time, and in it only one thread.
 *
 * A process that dies loses it, even by kill -9: the next one gets it.
 */
export class Lock {
  /** The kernel gives a byte to a whole process; its threads have this besides. */
  readonly #among: ThreadLock;
  readonly #place: Place;

  /** The arguments are for this library: the lock that another thread or process handed over. */
  constructor(place: Place = newPlace(), among = new ThreadLock()) {
    this.#place = place;
    this.#among = among;
  }

  /**
   * Takes the lock, waiting until it is free.
   *
   * @param timeout seconds, null for as long as it takes; less than 0 counts as 0
   * @returns whether it was taken; false only after a timeout, or without `block`
   */
  acquire(block = true, timeout: number | null = null): boolean {
    const seconds = block ? Math.max(0, timeout ?? Infinity) : 0;
    const deadline = performance.now() + seconds * 1000;
    const ours = this.#among.acquire(
      seconds > 0,
      Number.isFinite(seconds) && seconds > 0 ? seconds : -1,
    );
    if (!ours) return false;
    if (lockByte(this.#place, deadline)) return true;
    this.#among.release();
    return false;
  }

  /** Frees the lock. @throws ValueError when this process does not hold it */
  release(): void {
    if (!this.#among.locked()) throw new ValueError("semaphore or lock released too many times");
    unlockByte(this.#place);
    this.#among.release();
  }

  /** Python's `with lock:` is `lock.acquire(); using held = lock;`. */
  [Symbol.dispose](): void {
    this.release();
  }

  /** For this library: what another thread or process needs to have the same lock. */
  get shared(): { place: Place; among: ThreadLock } {
    return { place: this.#place, among: this.#among };
  }
}

/** A lock that the thread which has it may take again; it is free after as many releases. */
export class RLock {
  readonly #lock: Lock;
  #depth = 0;

  /** @param lock for this library: the lock that another thread or process handed over */
  constructor(lock = new Lock()) {
    this.#lock = lock;
  }

  /** As `Lock.acquire`; at once when this thread has it. */
  acquire(block = true, timeout: number | null = null): boolean {
    if (this.#depth === 0 && !this.#lock.acquire(block, timeout)) return false;
    this.#depth += 1;
    return true;
  }

  /** The counterpart of `acquire`. @throws AssertionError when this thread does not have it */
  release(): void {
    if (this.#depth === 0) {
      const message = "attempt to release recursive lock not owned by thread";
      throw new AssertionError({ message });
    }
    this.#depth -= 1;
    if (this.#depth === 0) this.#lock.release();
  }

  /** As of `Lock`. */
  [Symbol.dispose](): void {
    this.release();
  }

  /** For this library: the lock below. */
  get lock(): Lock {
    return this.#lock;
  }
}

interface Description {
  readonly place: Place;
  /** Only for a thread of the same process. */
  readonly among: ThreadLock | undefined;
}

carry<Lock, Description>({
  kind: "multiprocessing.Lock",
  carries: (value) => value instanceof Lock,
  pack({ shared: { place, among } }, { to, descriptors }) {
    descriptors.add(place.fd);
    return { place, among: to === "thread" ? among : undefined };
  },
  unpack: ({ place, among }) => new Lock(place, among),
});

carry<RLock, Lock>({
  kind: "multiprocessing.RLock",
  carries: (value) => value instanceof RLock,
  pack: ({ lock }) => lock,
  unpack: (lock) => new RLock(lock),
});
