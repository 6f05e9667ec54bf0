/** What a socket is before anything is sent: a descriptor, its kind, and how long its calls may wait. */
import { close, getpeername } from "../libc/calls.ts";
import { EAGAIN, ECONNREFUSED, ECONNRESET, EINTR } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { isInheritable, setBlocking, setInheritable } from "../libc/flags.ts";
import { errno } from "../libc/native.ts";
import { addressText, readAddress, STORAGE_LENGTH } from "../libc/sockaddr.ts";
import { int, size } from "./arguments.ts";
import { checkedTimeout } from "./defaults.ts";
import { timedOut, waitUntil } from "./wait.ts";

/**
 * The base of Socket.
 *
 * A socket that nobody closes stays open until the program ends: there is no finalizer. Node runs
 * finalizers from its event loop, which a program that blocks never returns to; and a descriptor may
 * meanwhile have been handed on by its number, to a thread or to another process.
 */
export class Handle {
  /** The descriptor's number; -1 once it is closed or given away. */
  protected fd: number;
  /** Seconds that a call may wait; 0 is not at all, -1 as long as it takes. */
  protected timeout: number;
  /** The address family, AF_INET and so on. */
  readonly family: number;
  /** SOCK_STREAM, SOCK_DGRAM and so on. */
  readonly type: number;
  /** The protocol; 0 is the usual one. */
  readonly proto: number;

  #closed = false;
  #files = 0;
  /** 1 once this socket, or the one of another thread that has the same descriptor, has closed it. */
  #ended: Int32Array | undefined;

  protected constructor(fd: number, family: number, type: number, proto: number, timeout: number) {
    this.fd = fd;
    this.family = family;
    this.type = type;
    this.proto = proto;
    this.timeout = timeout;
  }

  /** The descriptor's number; -1 once it is closed or given away. */
  fileno(): number {
    return this.fd;
  }

  /**
   * Closes the socket; again is harmless. Files of `makefile` keep it open until they are closed too.
   *
   * A thread that is blocked in `recv` is not woken by this; `shutdown` wakes it.
   */
  close(): void {
    this.#closed = true;
    if (this.#files === 0) this.#closeNow();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** Gives the descriptor away: the socket forgets it without closing it. Returns its number. */
  detach(): number {
    const { fd } = this;
    this.#closed = true;
    this.fd = -1;
    return fd;
  }

  /** Whether `close` or `detach` was called. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Counts a file of `makefile`, which keeps the socket open. */
  hold(): void {
    this.#files += 1;
  }

  /** The counterpart of `hold`. */
  release(): void {
    this.#files -= 1;
    if (this.#closed && this.#files === 0) this.#closeNow();
  }

  /**
   * For this library: has the descriptor in common with a socket of another thread. Whichever is closed
   * first closes it; the other one's close then does nothing, because the number may be another file's.
   *
   * @param ended what the other socket's `share` returned, when that came first
   */
  share(ended?: Int32Array): Int32Array {
    this.#ended ??= ended ?? new Int32Array(new SharedArrayBuffer(4));
    return this.#ended;
  }

  #closeNow(): void {
    const { fd } = this;
    this.fd = -1;
    if (fd === -1) return;
    if (this.#ended !== undefined && Atomics.exchange(this.#ended, 0, 1) === 1) return;
    if (close(fd) === 0) return;
    const error = errno();
    // The descriptor is gone all the same (close(2)); a reset is news about the peer, not about closing.
    if (error !== ECONNRESET && error !== EINTR) throw failure("close", error);
  }

  /**
   * How long calls may wait: seconds, null for as long as it takes, 0 for not at all.
   *
   * A call that waited so long throws TimeoutError; with 0 it throws BlockingIOError at once. The limit is
   * for each call anew, not for all of a conversation.
   *
   * @throws ValueError when negative, OverflowError beyond 292 years
   */
  settimeout(seconds: number | null): void {
    const timeout = checkedTimeout(seconds);
    this.timeout = timeout;
    setBlocking(this.fd, timeout < 0);
  }

  /** Seconds, or null for no limit. */
  gettimeout(): number | null {
    return this.timeout < 0 ? null : this.timeout;
  }

  /** `setblocking(true)` is `settimeout(null)`, `setblocking(false)` is `settimeout(0)`. */
  setblocking(blocking: boolean): void {
    this.settimeout(size(blocking) === 0 ? 0 : null);
  }

  /** False only when calls never wait. */
  getblocking(): boolean {
    return this.timeout !== 0;
  }

  /** Whether a program that this one starts gets the descriptor too; a new socket's is not (PEP 446). */
  get_inheritable(): boolean {
    return isInheritable(this.fd);
  }

  set_inheritable(inheritable: boolean): void {
    setInheritable(this.fd, int(inheritable) !== 0);
  }

  /** Waits until the socket is ready, if it has a timeout; `deadline` is from `deadlineIn`. */
  protected await(events: number, deadline: number): void {
    if (!waitUntil(this.fd, events, deadline)) throw timedOut();
  }

  /**
   * Throws what a failed call left in errno, unless the call is to be made again: after a signal (PEP 475),
   * and until the deadline where a descriptor seemed to be ready and was not.
   */
  protected again(syscall: string, deadline: number, address?: string): void {
    const error = errno();
    if (error === EINTR) return;
    if (error !== EAGAIN || this.timeout <= 0) {
      throw failure(syscall, error, address ?? (error === ECONNREFUSED ? this.#peer() : undefined));
    }
    if (performance.now() >= deadline) throw timedOut();
  }

  /** Whom a connected datagram socket talks to: it alone is refused after `connect` has returned. */
  #peer(): string | undefined {
    const storage = Buffer.alloc(STORAGE_LENGTH);
    const length = Uint32Array.of(STORAGE_LENGTH);
    if (getpeername(this.fd, storage, length) === -1) return undefined;
    const address = readAddress(storage, length[0] ?? 0);
    return address === null ? undefined : addressText(address);
  }
}
