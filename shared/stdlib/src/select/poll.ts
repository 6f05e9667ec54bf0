/** poll: any number of descriptors, whatever their numbers, kept from one wait to the next (poll(2)). */
import { KeyError } from "../exceptions/values.ts";
import * as calls from "../libc/calls.ts";
import { EINTR, errnoNumber } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { errno } from "../libc/native.ts";
import { POLLIN, POLLOUT, POLLPRI } from "./constants.ts";
import { descriptorOf, type FileDescriptorLike } from "./descriptor.ts";
import { unsignedShort } from "./integers.ts";
import { pollMilliseconds } from "./timeout.ts";

/** Descriptors and what is to be known of them. Make one with `poll()`. */
export class Poll {
  readonly #masks = new Map<number, number>();
  /** An array of struct pollfd: the descriptor, then 16 bits each of what is asked and what is so. */
  #pollfds = new Int32Array(0);
  #isCurrent = true;

  /**
   * Adds a descriptor; one that is there already gets the new events.
   *
   * @param fd a descriptor or an object with a `fileno` method
   * @param eventmask POLLIN, POLLPRI, POLLOUT; errors and hang-ups are told without being asked for
   */
  register(fd: FileDescriptorLike, eventmask: number = POLLIN | POLLPRI | POLLOUT): void {
    const descriptor = descriptorOf(fd);
    this.#masks.set(descriptor, unsignedShort(eventmask));
    this.#isCurrent = false;
  }

  /** Changes what is asked of a descriptor. @throws FileNotFoundError ENOENT when it is not registered */
  modify(fd: FileDescriptorLike, eventmask: number): void {
    const descriptor = descriptorOf(fd);
    const mask = unsignedShort(eventmask);
    if (!this.#masks.has(descriptor)) throw failure("modify", errnoNumber("ENOENT"));
    this.#masks.set(descriptor, mask);
    this.#isCurrent = false;
  }

  /** Takes a descriptor out. @throws KeyError when it is not registered */
  unregister(fd: FileDescriptorLike): void {
    const descriptor = descriptorOf(fd);
    if (!this.#masks.delete(descriptor)) throw new KeyError(String(descriptor));
    this.#isCurrent = false;
  }

  /**
   * Waits until something is so.
   *
   * @param timeout milliseconds; 0 to only look, null or less than 0 to wait as long as it takes
   * @returns pairs of descriptor and events, in the order of registering; none after the timeout. A
   *   descriptor that is closed has POLLNVAL
   * @throws OverflowError beyond 24 days
   */
  poll(timeout?: number | null): [fd: number, event: number][] {
    const milliseconds = pollMilliseconds(timeout);
    const deadline = performance.now() + milliseconds;
    if (!this.#isCurrent) this.#lay();
    let left = milliseconds;
    for (;;) {
      const ready = calls.poll(this.#pollfds, this.#masks.size, left);
      if (ready !== -1) return this.#happened(ready);
      const error = errno();
      if (error !== EINTR) throw failure("poll", error);
      if (milliseconds === -1) continue;
      left = Math.ceil(deadline - performance.now());
      if (left < 0) return [];
    }
  }

  #lay(): void {
    const length = this.#masks.size * 2;
    if (this.#pollfds.length < length) this.#pollfds = new Int32Array(length * 2);
    const pollfds = this.#pollfds;
    let at = 0;
    for (const [fd, mask] of this.#masks) {
      pollfds[at] = fd;
      pollfds[at + 1] = mask;
      at += 2;
    }
    this.#isCurrent = true;
  }

  #happened(ready: number): [fd: number, event: number][] {
    const pollfds = this.#pollfds;
    const events: [fd: number, event: number][] = [];
    for (let at = 0; events.length < ready; at += 2) {
      const event = (pollfds[at + 1] ?? 0) >>> 16;
      if (event !== 0) events.push([pollfds[at] ?? 0, event]);
    }
    return events;
  }
}

/** A new, empty polling object. */
export function poll(): Poll {
  return new Poll();
}
