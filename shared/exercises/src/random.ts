/**
 * Data that nobody can guess and everybody can repeat: the same seed, the same values.
 */
import { createHash } from "node:crypto";

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");

export class Random {
  #state: number;

  /** @param seed any whole number; `salt` tells those apart who share it */
  constructor(seed: number, salt: string = "") {
    this.#state = createHash("sha256").update(`${seed} ${salt}`).digest().readUInt32LE();
  }

  /** A whole number from `least` to `most`, both included; their distance is below 2³². */
  integer(least: number, most: number): number {
    return least + Math.floor(this.#fraction() * (most - least + 1));
  }

  /** Bytes of every value, zero and newline too. */
  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.integer(0, 255)));
  }

  /** Letters a to z: what a failure shows as it is. */
  text(length: number): string {
    return Array.from({ length }, () => this.pick(LETTERS)).join("");
  }

  /** One of them. */
  pick<T>(list: readonly T[]): T {
    const one = list[this.integer(0, list.length - 1)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  }

  /** All of them in another order. Fisher and Yates. */
  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    return list.map(() => rest.splice(this.integer(0, rest.length - 1), 1)[0] as T);
  }

  /** The same bytes in so many pieces, none of them empty. */
  pieces(message: string | Uint8Array, count: number): Buffer[] {
    const bytes = Buffer.from(message);
    const places = Array.from({ length: Math.max(0, bytes.length - 1) }, (_, at) => at + 1);
    const cuts = this.shuffled(places)
      .slice(0, count - 1)
      .sort((a, b) => a - b);
    return [0, ...cuts].map((from, at) => bytes.subarray(from, cuts[at] ?? bytes.length));
  }

  /** From 0 to 1, without 1. Mulberry32, by Tommy Ettinger: 32 bits of state are plenty for test data. */
  #fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
