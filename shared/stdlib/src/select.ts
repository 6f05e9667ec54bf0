/**
 * Python's select module: waiting for many descriptors with one call (select(2), poll(2), epoll(7)).
 *
 * All three tell that a call on a descriptor would not have to wait now. They tell nothing about how much
 * it would do, and somebody else may get there first. `select` and `epoll` take seconds, `poll` milliseconds.
 */
export * from "./select/constants.ts";
export type { FileDescriptorLike } from "./select/descriptor.ts";
export { epoll, Epoll } from "./select/epoll.ts";
export { poll, Poll } from "./select/poll.ts";
export { select } from "./select/select.ts";
export { OSError as error } from "./exceptions/os-error.ts";
