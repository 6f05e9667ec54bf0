/** A child process as its parent has it: whether it is over, and how it ended (waitpid(2)). */
import { constants as system } from "node:os";
import * as calls from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { EINTR } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { errno } from "../libc/native.ts";
import type { Address } from "../libc/sockaddr.ts";
import type { Socket } from "../socket/socket.ts";
import { deadlineIn, READABLE, waitUntil } from "../socket/wait.ts";

const { WNOHANG } = constants;
const status = new Int32Array(1);

/** What is left of a child whose status somebody else has taken, as Python's asyncio has it. */
const UNKNOWN = 255;

/** A child process of ours. */
export class Child {
  readonly pid: number;
  /** The exit status, or the negative number of the signal that ended it; null while it runs. */
  exitcode: number | null = null;
  readonly #channel: Socket<Address>;

  /**
   * @param channel our end of a pair whose other end only the child has: it ends when the child does. With
   *   it one can wait up to a deadline, which waitpid cannot
   */
  constructor(pid: number, channel: Socket<Address>) {
    this.pid = pid;
    this.#channel = channel;
  }

  /** A descriptor that is readable once it is over; -1 when nothing is left of it. */
  get sentinel(): number {
    return this.#channel.fileno();
  }

  /** Looks whether it is over; if so, nothing is left of it in the kernel (no zombie). */
  poll(): number | null {
    return this.exitcode ?? this.#reap(WNOHANG);
  }

  /**
   * Waits until it is over.
   *
   * @param timeout seconds, null for as long as it takes
   */
  wait(timeout: number | null): number | null {
    if (this.exitcode !== null) return this.exitcode;
    if (timeout === null) return this.#reap(0);
    const over = waitUntil(this.#channel.fileno(), READABLE, deadlineIn(Math.max(0, timeout)));
    // It has let go of its descriptors, and is about to be a zombie.
    return over ? this.#reap(0) : null;
  }

  /** Sends it a signal, unless it is over. */
  signal(name: "SIGTERM" | "SIGKILL"): void {
    if (this.poll() !== null) return;
    if (calls.kill(this.pid, system.signals[name]) === -1) throw failure("kill", errno());
  }

  #reap(options: number): number | null {
    for (;;) {
      // Never -1 for any child: one of Node's own, or of another thread, would be taken away.
      const pid = calls.waitpid(this.pid, status, options);
      if (pid === 0) return null;
      if (pid === -1 && errno() === EINTR) continue;
      this.exitcode = pid === -1 ? UNKNOWN : exitcodeOf(status[0] ?? 0);
      this.#channel.close();
      return this.exitcode;
    }
  }
}

/** WEXITSTATUS in the second byte; WTERMSIG in the low seven bits, which are 0 without a signal. */
function exitcodeOf(waitStatus: number): number {
  const signal = waitStatus & 0x7f;
  return signal === 0 ? (waitStatus >> 8) & 0xff : -signal;
}
