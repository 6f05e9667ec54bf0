/**
 * Memory that processes share: a file without a name, mapped into each of them (mmap(2)).
 *
 * One file holds all the values and locks that a process makes, as CPython's heap does; a child process inherits
 * its descriptor. Nothing in it is freed before the last of them ends.
 */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RuntimeError } from "../exceptions/runtime.ts";
import { failure } from "../libc/failure.ts";
import { errno, mapped, native } from "../libc/native.ts";

const PROT_READ = 1;
const PROT_WRITE = 2;
const MAP_SHARED = 1;
/** Room for 65,535 cells; pages that nobody touches take none. */
const SIZE = 1 << 20;
/** Any value fits, at an address that suits it. */
const CELL = 16;

const mmap: (
  address: null,
  length: number,
  protection: number,
  flags: number,
  fd: number,
  offset: number,
) => bigint = native("void *mmap(void *, size_t, int, int, int, int64_t)");

/** A place in shared memory. */
export interface Place {
  /** The file's descriptor, on which the place is also locked. */
  readonly fd: number;
  /** In bytes from the beginning of the file. */
  readonly offset: number;
}

/** What is mapped in this thread, by descriptor. */
const maps = new Map<number, ArrayBuffer>();

/** The bytes of a mapped file. */
export function bytesOf(fd: number): ArrayBuffer {
  let bytes = maps.get(fd);
  if (bytes === undefined) {
    const address = mmap(null, SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (BigInt.asIntN(64, address) === -1n) throw failure("mmap", errno());
    bytes = mapped(address, SIZE);
    maps.set(fd, bytes);
  }
  return bytes;
}

/** A place that nobody else has, all of it 0. */
export function newPlace(): Place {
  const fd = maps.keys().next().value ?? newFile();
  // The first number of the file counts what is taken.
  const offset = Atomics.add(new Int32Array(bytesOf(fd)), 0, CELL) + CELL;
  if (offset >= SIZE) throw new RuntimeError("no shared memory is left");
  return { fd, offset };
}

/** A file that no path leads to: it goes with its last descriptor, even after kill -9. */
function newFile(): number {
  const folder = mkdtempSync(join(tmpdir(), "netnotes-"));
  try {
    const fd = openSync(join(folder, "shared"), "wx+", 0o600);
    try {
      ftruncateSync(fd, SIZE);
    } catch (error) {
      closeSync(fd);
      throw error;
    }
    return fd;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
