/**
 * Plays programs of a few lines of Python over our library, for the tests that compare: the twin of play.py.
 *
 * It is a process of its own, as CPython is, so that a program that hangs or crashes does it there.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmdirSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { OSError, repr } from "../../src/builtins.ts";
import { BytesFile, TextFile } from "../../src/socket/makefile.ts";
import * as socket from "../../src/socket.ts";
import { evaluate, type Names } from "./little-python.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "netnotes-"));
process.chdir(FOLDER); // where the paths of Unix sockets begin

type Closable = socket.Socket<socket.Address> | BytesFile | TextFile;

function isSocket(value: unknown): value is socket.Socket<socket.Address> {
  return value instanceof socket.Socket;
}

function isFile(value: unknown): value is BytesFile | TextFile {
  return value instanceof BytesFile || value instanceof TextFile;
}

const period = Buffer.from(Array.from({ length: 251 }, (_, i) => i));
const longest = Buffer.alloc(20_000_000, period);

/** So many bytes, of which a piece in the wrong place can be told. */
function pattern(count: number): Buffer {
  return longest.subarray(0, count);
}

/** Whether there is something, and nothing of it is lost or out of order. */
function isPattern(data: Buffer): boolean {
  return data.length > 0 && data.equals(pattern(data.length));
}

/** All that arrives up to the end, or up to an error. */
function drain(from: socket.Socket): Buffer {
  const parts: Buffer[] = [];
  try {
    for (let part = from.recv(65536); part.length > 0; part = from.recv(65536)) parts.push(part);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
  }
  return Buffer.concat(parts);
}

/** Starts a process that reads to the end, and then sends the number of bytes back. */
function counter(from: socket.Socket): void {
  spawn("sh", ["-c", "exec wc -c >&0"], { stdio: [from.fileno(), "ignore", "inherit"] });
}

/** SO_LINGER's struct, switched on. */
function linger(seconds: number): Buffer {
  const struct = Buffer.alloc(8);
  struct.writeInt32LE(1, 0);
  struct.writeInt32LE(seconds, 4);
  return struct;
}

/** Bytes and text that are too long to be written out by their length and digest. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  const long = typeof value === "string" || Buffer.isBuffer(value);
  if (!long || value.length <= 60) return value;
  const length = typeof value === "string" ? Array.from(value).length : value.length;
  const text = `<${length} long, SHA-1 ${createHash("sha1").update(value).digest("hex")}>`;
  return { toString: () => text };
}

/** A value as text; files by what they are. */
function written(value: unknown): string {
  if (isFile(value)) return value instanceof TextFile ? "<a file of text>" : "<a file of bytes>";
  return repr(plain(value));
}

/** An exception as text: its class, then the error's name and the system's words, or Python's. */
function refused(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error instanceof OSError && error.errno !== undefined) {
    return `${error.name} ${error.code}: ${error.strerror?.toLowerCase()}`;
  }
  return `${error.name}: ${error.message}`;
}

/** One program: its names, and what has to be closed in the end. */
class Program {
  readonly #names: Names;
  readonly #made: Closable[] = [];
  readonly #detached = new Set<number>();

  constructor() {
    this.#names = new Map<string, unknown>([
      ...Object.entries({
        ...socket,
        pattern,
        is_pattern: isPattern,
        drain,
        counter,
        linger,
        repr,
      }),
      ["None", null],
      ["True", true],
      ["False", false],
      ["bytearray", (count: number) => Buffer.alloc(count)],
      ["bytes", (count: number) => Buffer.alloc(count)],
      ["float", (text: string) => Number(text.replace("inf", "Infinity"))],
      ["len", (value: Buffer) => value.length],
      ["list", (values: Iterable<unknown>) => [...values]],
    ]);
  }

  play(statement: string): string {
    const [, targets, expression = statement] =
      /^([a-z_]\w*(?:, [a-z_]\w*)*) = (.+)$/.exec(statement) ?? [];
    try {
      const value = evaluate(expression, this.#names);
      this.#note(statement, value);
      if (targets !== undefined) this.#assign(targets.split(", "), value);
      return written(value);
    } catch (error) {
      return refused(error);
    }
  }

  #assign(names: string[], value: unknown): void {
    const values = names.length === 1 ? [value] : (value as unknown[]);
    names.forEach((name, i) => this.#names.set(name, values[i]));
  }

  #note(statement: string, value: unknown): void {
    for (const each of [value].flat()) if (isSocket(each) || isFile(each)) this.#made.push(each);
    if (statement.endsWith(".detach()")) this.#detached.add(value as number);
    else if (isSocket(value) && statement.includes("fileno=")) {
      this.#detached.delete(value.fileno());
    }
  }

  /** Closes everything, files before their sockets, and leaves nothing: no TCP connection that waits, no path. */
  close(): void {
    for (const each of [...this.#made.filter(isFile), ...this.#made.filter(isSocket)]) {
      if (isSocket(each) && each.type === socket.SOCK_STREAM) {
        careless(() => each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger(0)));
      }
      careless(() => each.close());
    }
    this.#detached.delete(-1);
    for (const fd of this.#detached) socket.socket(-1, -1, -1, fd).close();
    for (const path of readdirSync(".")) unlinkSync(path);
    socket.setdefaulttimeout(null);
  }
}

/** Does what may fail. */
function careless(call: () => void): void {
  try {
    call();
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
  }
}

createInterface({ input: process.stdin })
  .on("line", (line) => {
    const program = new Program();
    for (const statement of JSON.parse(line) as string[]) {
      writeSync(1, `${JSON.stringify(program.play(statement))}\n`);
    }
    program.close();
  })
  .on("close", () => rmdirSync(FOLDER));
