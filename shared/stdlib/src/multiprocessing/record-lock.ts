/**
 * Locks on bytes of a file (fcntl(2), F_SETLK).
 *
 * A process holds them, so that the kernel itself lets go of those of one that was killed; a semaphore in
 * shared memory, which CPython has, would stay taken for ever.
 */
import { fcntlLock, nanosleep } from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { EACCES, EAGAIN, EINTR, errnoNumber } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { errno } from "../libc/native.ts";
import { platform } from "../libc/platform.ts";
import type { Place } from "./memory.ts";

const { F_SETLK, F_SETLKW } = constants;
const EDEADLK = errnoNumber("EDEADLK");

/** F_WRLCK and F_UNLCK, and where struct flock has what: its order is the platform's own. */
const layout =
  platform === "linux"
    ? { locked: 1, unlocked: 2, type: 0, start: 8, length: 16 }
    : { locked: 3, unlocked: 2, type: 20, start: 0, length: 8 };

const flock = Buffer.alloc(32);

/** A millisecond, as a struct timespec. */
const moment = Buffer.alloc(16);
moment.writeBigInt64LE(1_000_000n, 8);
const remaining = Buffer.alloc(16);

function call(command: number, { fd, offset }: Place, type: number): number {
  flock.writeInt16LE(type, layout.type);
  flock.writeBigInt64LE(BigInt(offset), layout.start);
  flock.writeBigInt64LE(1n, layout.length);
  return fcntlLock(fd, command, "void *", flock) === 0 ? 0 : errno();
}

/**
 * Takes the byte at a place, from all other processes.
 *
 * @param deadline a moment of `performance.now()`; Infinity for as long as it takes
 * @returns false when it came
 */
export function lockByte(place: Place, deadline: number): boolean {
  for (;;) {
    const error = call(deadline === Infinity ? F_SETLKW : F_SETLK, place, layout.locked);
    if (error === 0) return true;
    if (error === EINTR) continue;
    // The kernel sees processes wait for each other; threads that it does not see may untie them.
    if (error !== EAGAIN && error !== EACCES && error !== EDEADLK) throw failure("fcntl", error);
    if (performance.now() >= deadline) return false;
    // There is no call that waits for a lock until a moment.
    nanosleep(moment, remaining);
  }
}

/** Lets the byte at a place go. */
export function unlockByte(place: Place): void {
  const error = call(F_SETLK, place, layout.unlocked);
  if (error !== 0) throw failure("fcntl", error);
}
