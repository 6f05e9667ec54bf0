/** Which bytes are which character: two of them, by a table; in GB 18030 also four, counted. */
import { type Table } from "./tables.ts";

/** Two bytes for a character outside ASCII. */
export class TwoBytes {
  protected readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  /** How many bytes a character has whose first is not ASCII. */
  length(_second: number | undefined): 2 | 4 {
    return 2;
  }

  /** The character of as many bytes as `length` says; 0 for none. */
  character(bytes: Buffer, at: number): number {
    return this.table.characters[bytes.readUInt16BE(at)] ?? 0;
  }

  /** A character's bytes as one number; 0 when it has none. */
  bytes(code: number): number {
    return this.table.bytes[code] ?? 0;
  }
}

/** The number that 90 30 81 30 counts: from there on stand the characters beyond U+FFFF. */
const BEYOND = 15 * 12600;

/** And four, of which the second is a digit, for every character that has no two: they are counted. */
export class TwoOrFourBytes extends TwoBytes {
  /** Those up to U+FFFF, in Unicode's order. */
  readonly #characters: readonly number[];
  /** Where each stands there. */
  readonly #numbers = new Uint16Array(0x10000);

  constructor(table: Table) {
    super(table);
    this.#characters = Array.from(table.bytes.keys()).filter(
      (code) => code >= 0x80 && table.bytes[code] === 0 && !isSurrogate(code),
    );
    for (const [number, code] of this.#characters.entries()) this.#numbers[code] = number;
  }

  override length(second: number | undefined): 2 | 4 {
    return second !== undefined && second >= 0x30 && second <= 0x39 ? 4 : 2;
  }

  override character(bytes: Buffer, at: number): number {
    if (this.length(bytes[at + 1]) === 2) return super.character(bytes, at);
    const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
    if (first < 0x81 || first > 0xfe || third < 0x81 || third > 0xfe) return 0;
    if (fourth < 0x30 || fourth > 0x39) return 0;
    const number =
      (first - 0x81) * 12600 + (second - 0x30) * 1260 + (third - 0x81) * 10 + (fourth - 0x30);
    const code = number - BEYOND + 0x10000;
    return number < BEYOND ? (this.#characters[number] ?? 0) : code > 0x10ffff ? 0 : code;
  }

  override bytes(code: number): number {
    const two = super.bytes(code);
    if (two !== 0 || isSurrogate(code)) return two;
    const number = code > 0xffff ? code - 0x10000 + BEYOND : (this.#numbers[code] ?? 0);
    const [first, second] = [Math.floor(number / 12600), Math.floor(number / 1260) % 10];
    const [third, fourth] = [Math.floor(number / 10) % 126, number % 10];
    return 0x81308130 + first * 0x1000000 + second * 0x10000 + third * 0x100 + fourth;
  }
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
