/** What a descriptor is, apart from what it is open on: inherited or not, blocking or not (fcntl(2)). */
import { fcntl, ioctl } from "./calls.ts";
import { constants } from "./constants.ts";
import { failure } from "./failure.ts";
import { errno } from "./native.ts";

const { F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, FD_CLOEXEC, FIONBIO } = constants;
const value = new Int32Array(1);

/** Whether a program that this one starts gets the descriptor too. New ones are not inherited (PEP 446). */
export function isInheritable(fd: number): boolean {
  const flags = fcntl(fd, F_GETFD, "int", 0);
  if (flags === -1) throw failure("fcntl", errno());
  return (flags & FD_CLOEXEC) === 0;
}

/** Makes a descriptor one that programs inherit, or one that closes when they start. */
export function setInheritable(fd: number, inheritable: boolean): void {
  const done = fcntl(fd, F_SETFD, "int", inheritable ? 0 : FD_CLOEXEC);
  if (done === -1) throw failure("fcntl", errno());
}

/** Makes calls wait, or fail with EAGAIN where they would wait. */
export function setBlocking(fd: number, blocking: boolean): void {
  value[0] = blocking ? 0 : 1;
  if (ioctl(fd, FIONBIO, "void *", value) === -1) throw failure("ioctl", errno());
}

/** A second descriptor, not inherited, for what the first is open on. */
export function duplicate(fd: number): number {
  const copy = fcntl(fd, F_DUPFD_CLOEXEC, "int", 0);
  if (copy === -1) throw failure("fcntl", errno());
  return copy;
}
