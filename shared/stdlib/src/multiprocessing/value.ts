/** A number that processes share. */
import { int } from "../socket/arguments.ts";
import { pythonType } from "../builtins/types.ts";
import { carry } from "../started/parcel.ts";
import { RLock } from "./lock.ts";
import { bytesOf, newPlace, type Place } from "./memory.ts";

/** Python's letters for C's types: signed char, short, int; unsigned in capitals; float, double. */
const ARRAYS = {
  b: Int8Array,
  B: Uint8Array,
  h: Int16Array,
  H: Uint16Array,
  i: Int32Array,
  I: Uint32Array,
  f: Float32Array,
  d: Float64Array,
};

/** A type of C's numbers, by its letter. */
export type TypeCode = keyof typeof ARRAYS;

/** What `Value` makes. */
export class Synchronized {
  readonly #code: TypeCode;
  readonly #place: Place;
  readonly #lock: RLock;
  readonly #cell: InstanceType<(typeof ARRAYS)[TypeCode]>;

  constructor(code: TypeCode, place: Place, lock: RLock) {
    this.#code = code;
    this.#place = place;
    this.#lock = lock;
    this.#cell = new ARRAYS[code](bytesOf(place.fd), place.offset, 1);
  }

  /**
   * The number. Each reading and each writing takes the lock; `value += 1` is one of each, and another process
   * may come between them: hold `get_lock()` around it.
   */
  get value(): number {
    return this.#locked(() => this.#cell[0] ?? 0);
  }
  set value(value: number) {
    const checked = number(this.#code, value);
    this.#locked(() => (this.#cell[0] = checked));
  }

  /** The lock that goes with the number. */
  get_lock(): RLock {
    return this.#lock;
  }

  #locked(what: () => number): number {
    this.#lock.acquire();
    try {
      return what();
    } finally {
      this.#lock.release();
    }
  }

  /** For this library: what another thread or process needs to have the same number. */
  get shared(): Description {
    return { code: this.#code, place: this.#place, lock: this.#lock };
  }
}

interface Description {
  readonly code: TypeCode;
  readonly place: Place;
  readonly lock: RLock;
}

/**
 * Makes a number in memory that processes share; hand it over to them as an argument.
 *
 * @param code "i" for a C int; a number that does not fit is cut to the type's bits, as in C
 * @param value what it is at first
 * @throws TypeError for a code that is none, or a value that is not of the type
 */
export function Value(code: TypeCode, value = 0): Synchronized {
  if (!Object.hasOwn(ARRAYS, code)) throw new TypeError("this type has no size");
  const made = new Synchronized(code, newPlace(), new RLock());
  made.value = value;
  return made;
}

function number(code: TypeCode, value: number): number {
  if (code !== "f" && code !== "d") return Number.isSafeInteger(value) ? value : int(value);
  if (typeof value === "number") return value;
  throw new TypeError(`must be real number, not ${pythonType(value)}`);
}

carry<Synchronized, Description>({
  kind: "multiprocessing.Value",
  carries: (value) => value instanceof Synchronized,
  pack({ shared }, { descriptors }) {
    descriptors.add(shared.place.fd);
    return shared;
  },
  unpack: ({ code, place, lock }) => new Synchronized(code, place, lock),
});
