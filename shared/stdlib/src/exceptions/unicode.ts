/** Text that cannot be encoded, bytes that cannot be decoded. */
import { characterCount } from "../builtins/characters.ts";
import { escapeCharacter } from "../builtins/escape.ts";
import { ValueError } from "./values.ts";

/** What both directions share: a ValueError, as in Python. */
export class UnicodeError extends ValueError {
  static {
    this.prototype.name = "UnicodeError";
  }
}

/** Bytes that mean nothing in an encoding. */
export class UnicodeDecodeError extends UnicodeError {
  static {
    this.prototype.name = "UnicodeDecodeError";
  }
  /** The codec, such as "utf-8". */
  readonly encoding: string;
  /** The bytes that were being decoded. */
  readonly object: Buffer;
  /** The first byte that is wrong, counted from 0. */
  readonly start: number;
  /** The first byte after those that are wrong. */
  readonly end: number;
  /** What is wrong with them, in CPython's words. */
  readonly reason: string;

  constructor(encoding: string, object: Buffer, start: number, end: number, reason: string) {
    const what =
      end === start + 1
        ? `byte 0x${object.toString("hex", start, end)} in position ${start}`
        : `bytes in position ${start}-${end - 1}`;
    super(`'${encoding}' codec can't decode ${what}: ${reason}`);
    this.encoding = encoding;
    this.object = object;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

/** Characters that an encoding does not have. */
export class UnicodeEncodeError extends UnicodeError {
  static {
    this.prototype.name = "UnicodeEncodeError";
  }
  /** The codec, such as "ascii". */
  readonly encoding: string;
  /** The text that was being encoded. */
  readonly object: string;
  /** The first character that is wrong, counted in characters as Python does, not in UTF-16 units. */
  readonly start: number;
  /** The first character after those that are wrong. */
  readonly end: number;
  /** What is wrong with them, in CPython's words. */
  readonly reason: string;

  /**
   * @param wrong the characters that cannot be encoded; they begin at `start`
   */
  constructor(encoding: string, object: string, wrong: string, start: number, reason: string) {
    const count = characterCount(wrong);
    const end = start + count;
    const what =
      count === 1
        ? `character '${escapeCharacter(wrong)}' in position ${start}`
        : `characters in position ${start}-${end - 1}`;
    super(`'${encoding}' codec can't encode ${what}: ${reason}`);
    this.encoding = encoding;
    this.object = object;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}
