/** epoll: the kernel keeps the descriptors, so that a wait costs what is ready and not what is watched. */
import { OSError } from "../exceptions/os-error.ts";
import { ValueError } from "../exceptions/values.ts";
import * as calls from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { epollEventLayout } from "../libc/epoll-event.ts";
import { EBADF, EINTR } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { errno } from "../libc/native.ts";
import { EPOLL_CLOEXEC, EPOLLIN, EPOLLOUT, EPOLLPRI } from "./constants.ts";
import { descriptorOf, type FileDescriptorLike } from "./descriptor.ts";
import * as linux from "./epoll-calls.ts";
import { bits, int } from "./integers.ts";
import { epollMilliseconds } from "./timeout.ts";

const { EPOLL_CTL_ADD, EPOLL_CTL_DEL, EPOLL_CTL_MOD, FD_SETSIZE } = constants;

/** How many events a wait brings at most, unless it is told. */
const MOST = FD_SETSIZE - 1;
/** The kernel refuses to be asked for more (EP_MAX_EVENTS of its eventpoll.c). */
const KERNELS_MOST = Math.floor((2 ** 31 - 1) / 12);

const layout = epollEventLayout(process.arch);
const one = new Uint32Array(layout.words);
const many = new Uint32Array(MOST * layout.words);

/** An epoll object (epoll(7)). Make one with `epoll()`; it is closed when another program starts. */
export class Epoll {
  #fd: number;

  /** For this library: an epoll object around a descriptor that nobody else closes. */
  constructor(fd: number) {
    this.#fd = fd;
  }

  /** The descriptor's number. @throws ValueError once it is closed */
  fileno(): number {
    return this.#open();
  }

  /** Whether `close` was called. */
  get closed(): boolean {
    return this.#fd < 0;
  }

  /** Closes the descriptor; again is harmless. What it watches stays open. */
  close(): void {
    const fd = this.#fd;
    this.#fd = -1;
    if (fd >= 0 && calls.close(fd) === -1) throw failure("close", errno());
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /**
   * Watches a descriptor.
   *
   * @param fd a descriptor or an object with a `fileno` method; once nothing holds it open any more, the
   *   kernel forgets it by itself
   * @param eventmask EPOLLIN and so on. With EPOLLET only changes are told, with EPOLLONESHOT one event and
   *   then nothing until `modify`
   * @throws FileExistsError EEXIST when it is watched already; PermissionError EPERM for an ordinary file
   */
  register(fd: FileDescriptorLike, eventmask: number = EPOLLIN | EPOLLPRI | EPOLLOUT): void {
    this.#control(EPOLL_CTL_ADD, descriptorOf(fd), bits(eventmask));
  }

  /** Changes what is asked of a descriptor. @throws FileNotFoundError ENOENT when it is not watched */
  modify(fd: FileDescriptorLike, eventmask: number): void {
    this.#control(EPOLL_CTL_MOD, descriptorOf(fd), bits(eventmask));
  }

  /** Stops watching. @throws FileNotFoundError ENOENT when it is not watched; OSError EBADF when closed */
  unregister(fd: FileDescriptorLike): void {
    this.#control(EPOLL_CTL_DEL, descriptorOf(fd), 0);
  }

  /**
   * Waits until something happens.
   *
   * @param timeout seconds, rounded up to milliseconds; 0 to only look, null or less than 0 to wait as
   *   long as it takes
   * @param maxevents the most to be told of at once; -1 for 1023. The others come next time
   * @returns pairs of descriptor and events; none after the timeout
   */
  poll(timeout?: number | null, maxevents = -1): [fd: number, event: number][] {
    const asked = int(maxevents);
    const epfd = this.#open();
    const milliseconds = epollMilliseconds(timeout);
    const deadline = performance.now() + milliseconds;
    const most = asked === -1 ? MOST : asked;
    if (most < 1) throw new ValueError(`maxevents must be greater than 0, got ${most}`);
    const enough = most <= MOST || most > KERNELS_MOST;
    const events = enough ? many : new Uint32Array(most * layout.words);
    let left = milliseconds;
    for (;;) {
      const count = linux.wait(epfd, events, most, left);
      if (count !== -1) return happened(events, count);
      const error = errno();
      if (error !== EINTR) throw failure("epoll_wait", error);
      if (milliseconds === -1) continue;
      left = Math.ceil(deadline - performance.now());
      if (left < 0) return [];
    }
  }

  #control(operation: number, fd: number, events: number): void {
    const epfd = this.#open();
    one[0] = events;
    one[layout.fd] = fd;
    if (linux.control(epfd, operation, fd, one) === -1) throw failure("epoll_ctl", errno());
  }

  #open(): number {
    if (this.#fd < 0) throw new ValueError("I/O operation on closed epoll object");
    return this.#fd;
  }
}

function happened(events: Uint32Array, count: number): [fd: number, event: number][] {
  const pairs: [fd: number, event: number][] = [];
  const end = count * layout.words;
  for (let at = 0; at < end; at += layout.words) {
    pairs.push([events[at + layout.fd] ?? 0, events[at] ?? 0]);
  }
  return pairs;
}

/**
 * A new epoll object that watches nothing. Linux only; elsewhere OSError ENOSYS.
 *
 * @param sizehint more than 0, or -1; kernels have not looked at it since 2008
 * @param flags 0 or EPOLL_CLOEXEC, which it has in any case (PEP 446)
 * @throws ValueError for another sizehint; OSError for other flags, EMFILE
 */
export function epoll(sizehint = -1, flags = 0): Epoll {
  const size = int(sizehint);
  if (size !== -1 && size <= 0) throw new ValueError("negative sizehint");
  const wanted = int(flags);
  if (wanted !== 0 && wanted !== EPOLL_CLOEXEC) throw new OSError("invalid flags");
  const fd = linux.create(EPOLL_CLOEXEC);
  if (fd === -1) throw failure("epoll_create1", errno());
  return new Epoll(fd);
}

/** An epoll object around a descriptor of one, which it takes over: its `close` closes it. */
epoll.fromfd = (fd: number): Epoll => {
  const descriptor = int(fd);
  if (descriptor < 0) throw failure("fromfd", EBADF);
  return new Epoll(descriptor);
};
