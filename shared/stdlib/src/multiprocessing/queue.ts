/** A queue between any number of processes. */
import { BlockingIOError } from "../exceptions/os-error.ts";
import { ValueError } from "../exceptions/values.ts";
import { constants } from "../libc/constants.ts";
import type { Address } from "../libc/sockaddr.ts";
import { socketpair } from "../socket/make.ts";
import type { Socket } from "../socket/socket.ts";
import { deadlineIn, READABLE, waitUntil, WRITABLE } from "../socket/wait.ts";
import { carry } from "../started/parcel.ts";
import { fromBytes, toBytes } from "./message.ts";

const { MSG_DONTWAIT, SO_SNDBUF, SOCK_DGRAM, SOL_SOCKET } = constants;

/** What the kernel is asked to hold, and with its own bookkeeping the longest message. */
const ROOM = 1 << 18;

/** Nothing is there to get (Python's queue.Empty). */
export class Empty extends Error {
  static {
    this.prototype.name = "Empty";
  }
}

/** There is no room to put anything (Python's queue.Full). */
export class Full extends Error {
  static {
    this.prototype.name = "Full";
  }
}

let scratch: Buffer | undefined;

/**
 * Values, first in, first out; each goes to one of those who get.
 *
 * It is a pair of Unix datagram sockets: a datagram is there whole or not at all, however many processes
 * read, and whatever becomes of them. So no lock is needed, and a process that is killed leaves none behind.
 */
export class Queue {
  readonly #out: Socket<Address>;
  readonly #in: Socket<Address>;

  /** @param ends for this library: the sockets that another thread or process handed over */
  constructor(ends?: readonly [Socket<Address>, Socket<Address>]) {
    [this.#out, this.#in] = ends ?? socketpair(constants.AF_UNIX, SOCK_DGRAM);
    if (ends !== undefined) return;
    for (const end of [this.#out, this.#in]) end.settimeout(null);
    this.#in.setsockopt(SOL_SOCKET, SO_SNDBUF, ROOM);
  }

  /**
   * Puts a value in, waiting while the kernel has no room: it holds some hundred kilobytes.
   *
   * @param timeout seconds, null for as long as it takes
   * @throws Full after the timeout, or at once without `block`; OSError EMSGSIZE for a value that is too
   *   large; ValueError when the queue is closed
   */
  put(value: unknown, block = true, timeout: number | null = null): void {
    this.#check();
    const bytes = toBytes(value);
    if (block && timeout === null) {
      this.#in.send(bytes);
      return;
    }
    const full = (): Full => new Full("");
    this.#retry(this.#in, WRITABLE, block ? (timeout ?? Infinity) : 0, full, () =>
      this.#in.send(bytes, MSG_DONTWAIT),
    );
  }

  /**
   * Gets a value out, waiting for one.
   *
   * @param timeout seconds, null for as long as it takes
   * @throws Empty after the timeout, or at once without `block`; ValueError when the queue is closed
   */
  get(block = true, timeout: number | null = null): unknown {
    this.#check();
    scratch ??= Buffer.allocUnsafeSlow(2 * ROOM);
    const room = scratch;
    const count =
      block && timeout === null
        ? this.#out.recv_into(room)
        : this.#retry(
            this.#out,
            READABLE,
            block ? (timeout ?? Infinity) : 0,
            () => new Empty(""),
            () => this.#out.recv_into(room, 0, MSG_DONTWAIT),
          );
    return fromBytes(room.subarray(0, count));
  }

  /** Makes a call again when it can go on, up to a time: another process may be faster each time. */
  #retry(
    socket: Socket<Address>,
    events: number,
    seconds: number,
    tooLate: () => Error,
    call: () => number,
  ): number {
    const deadline = deadlineIn(Math.max(0, seconds));
    for (;;) {
      try {
        return call();
      } catch (error) {
        if (!(error instanceof BlockingIOError)) throw error;
      }
      if (!waitUntil(socket.fileno(), events, deadline)) throw tooLate();
    }
  }

  /** Whether nothing is in it at this moment. */
  empty(): boolean {
    this.#check();
    return !waitUntil(this.#out.fileno(), READABLE, 0);
  }

  /** Closes it in this process. */
  close(): void {
    this.#out.close();
    this.#in.close();
  }

  #check(): void {
    if (this.#out.closed) throw new ValueError("Queue is closed");
  }

  /** For this library: what another thread or process needs to have the same queue. */
  get ends(): [Socket<Address>, Socket<Address>] {
    return [this.#out, this.#in];
  }
}

carry<Queue, [Socket<Address>, Socket<Address>]>({
  kind: "multiprocessing.Queue",
  carries: (value) => value instanceof Queue,
  pack: ({ ends }) => ends,
  unpack: (ends) => new Queue(ends),
});
