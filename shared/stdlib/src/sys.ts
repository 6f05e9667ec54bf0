/** The part of Python's sys that programs need: the standard streams and the arguments. */
import { isatty } from "node:tty";
import { characterCount } from "./builtins/characters.ts";
import { encode, decode } from "./codecs.ts";
import { everything, nextLine } from "./builtins/standard-input.ts";
import { readSome, writeAll } from "./libc/console.ts";
import { programArguments } from "./started/arguments.ts";

/** The program's path, and then its arguments. */
export const argv: readonly string[] = programArguments;

const byte = Buffer.alloc(1);

/** Standard input without a buffer, `sys.stdin.buffer.raw`: what it was not asked for stays in the kernel. */
const raw = {
  fileno: (): number => 0,

  /** One read(2): what there is, at most `size` bytes; none at the end. Everything without a size. */
  read(size = -1): Buffer {
    if (size >= 0) {
      const bytes = Buffer.allocUnsafe(size);
      return bytes.subarray(0, size === 0 ? 0 : readSome(0, bytes));
    }
    const pieces: Buffer[] = [];
    do pieces.push(raw.read(8192));
    while (pieces.at(-1)?.length !== 0);
    return Buffer.concat(pieces);
  },

  /** A line with its "\n", which the last may lack; none at the end. It takes a read(2) for every byte. */
  readline(): Buffer {
    const bytes: number[] = [];
    while (bytes.at(-1) !== 10 && readSome(0, byte) === 1) bytes.push(byte[0] ?? 0);
    return Buffer.from(bytes);
  },
} as const;

/**
 * Standard input as text, UTF-8. It reads ahead: lines that came together are taken from the kernel at once,
 * and `select` does not tell of those that wait in here. Under `select` use `stdin.buffer.raw`.
 */
export const stdin = {
  fileno: (): number => 0,
  buffer: { raw },

  /**
   * A line with its "\n", which the last may lack; "" at the end. A "\r" before it is the line's own, as in
   * Python where a line ends in "\n". `input` reads from the same buffer.
   */
  readline: (): string => decode(nextLine()),

  /** All the rest, up to the end of the input. */
  read: (): string => decode(everything()),

  /** Line after line, up to the end of the input. */
  *[Symbol.iterator](): IterableIterator<string> {
    for (let line = stdin.readline(); line !== ""; line = stdin.readline()) yield line;
  },
} as const;

/** A stream that text is written to, at once: there is nothing to flush. */
export interface OutputStream {
  fileno(): number;
  /** Whether a person may be reading: it is a terminal, no pipe and no file. */
  isatty(): boolean;
  /** Writes text as UTF-8, all of it. Returns how many characters. @throws BrokenPipeError */
  write(text: string): number;
  flush(): void;
}

function output(fd: 1 | 2): OutputStream {
  return {
    fileno: () => fd,
    isatty: () => isatty(fd),
    write(written) {
      writeAll(fd, encode(written));
      return characterCount(written);
    },
    flush() {},
  };
}

/** Standard output. `print` writes to the same descriptor. */
export const stdout: OutputStream = output(1);

/** Standard error. */
export const stderr: OutputStream = output(2);
