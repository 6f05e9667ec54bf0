/**
 * Writing and reading the standard streams, whole and in order.
 *
 * These calls stay out of the trace: it tells what the program says to other programs, and writing the
 * trace itself comes through here. Node's own streams are no use: process.stdout makes a pipe non-blocking
 * and is then asynchronous, and fs.writeSync throws EAGAIN when such a pipe is full.
 */
import { BrokenPipeError, ConnectionResetError } from "../exceptions/os-error.ts";
import { constants } from "./constants.ts";
import { EAGAIN, EINTR } from "./errno.ts";
import { failure } from "./failure.ts";
import { errno, native } from "./native.ts";

const { POLLIN, POLLOUT } = constants;

const write: (fd: number, bytes: Uint8Array, length: number) => number = native(
  "int64_t write(int, const void *, size_t)",
);
const read: (fd: number, bytes: Uint8Array, length: number) => number = native(
  "int64_t read(int, void *, size_t)",
);
const poll: (fds: Int32Array, count: number, timeout: number) => number = native(
  "int poll(void *, unsigned long, int)",
);

const NAMES = ["stdin", "stdout", "stderr"];
const pollfd = new Int32Array(2);

/** Waits, as long as it takes, until a descriptor that somebody made non-blocking can go on. */
function wait(fd: number, events: number): void {
  pollfd[0] = fd;
  pollfd[1] = events; // and what is so, in the upper half, as 0
  poll(pollfd, 1, -1);
}

/**
 * Writes all of the bytes, however often the pipe is full.
 *
 * @throws OSError whose `address` names the stream; BrokenPipeError when nobody reads it any more
 */
export function writeAll(fd: number, bytes: Uint8Array): void {
  let rest = bytes;
  while (rest.length > 0) {
    const written = write(fd, rest, rest.length);
    if (written >= 0) {
      rest = rest.subarray(written);
      continue;
    }
    const error = errno();
    if (error === EAGAIN) wait(fd, POLLOUT);
    else if (error !== EINTR) throw failure("write", error, NAMES[fd]);
  }
}

/**
 * Reads what there is, waiting for something.
 *
 * @returns how many bytes came; 0 at the end
 * @throws OSError whose `address` names the stream
 */
export function readSome(fd: number, bytes: Uint8Array): number {
  for (;;) {
    const count = read(fd, bytes, bytes.length);
    if (count >= 0) return count;
    const error = errno();
    if (error === EAGAIN) wait(fd, POLLIN);
    else if (error !== EINTR) throw failure("read", error, NAMES[fd]);
  }
}

/**
 * Whether an error says that nobody reads our standard output any more, as in `… | head -1`. A parent that
 * runs on Node gives its child a socket for it, and that is reset.
 */
export function isOutputGone(error: unknown): boolean {
  const gone = error instanceof BrokenPipeError || error instanceof ConnectionResetError;
  return gone && error.syscall === "write" && error.address === NAMES[1];
}
