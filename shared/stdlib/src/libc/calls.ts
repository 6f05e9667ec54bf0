/**
 * The system calls, as C has them: descriptors and numbers, bytes with their lengths, -1 for failure.
 *
 * Each is on the manual page of its name, section 2 or 3. Arguments are checked by whoever calls. An
 * `AddressLength` holds one number: the room on the way in, the length on the way out.
 */
import { door } from "./door.ts";
import { platform } from "./platform.ts";

/** One 32-bit number that the kernel reads and writes. */
export type AddressLength = Uint32Array;

export const socket: (family: number, type: number, protocol: number) => number = door(
  "int socket(int, int, int)",
);

export const socketpair: (
  family: number,
  type: number,
  protocol: number,
  fds: Int32Array,
) => number = door("int socketpair(int, int, int, void *)");

export const bind: (fd: number, address: Uint8Array, length: number) => number = door(
  "int bind(int, const void *, uint32_t)",
);

export const listen: (fd: number, backlog: number) => number = door("int listen(int, int)");

type Accept = (fd: number, address: Uint8Array, length: AddressLength) => number;
type Accept4 = (fd: number, address: Uint8Array, length: AddressLength, flags: number) => number;

/** Linux gives the new descriptor its flags in the same call; macOS has only `accept`. */
export const accept4: Accept4 | undefined =
  platform === "linux" ? door("int accept4(int, void *, void *, int)") : undefined;

export const accept: Accept = door("int accept(int, void *, void *)");

export const connect: (fd: number, address: Uint8Array, length: number) => number = door(
  "int connect(int, const void *, uint32_t)",
);

export const getsockname: Accept = door("int getsockname(int, void *, void *)");

export const getpeername: Accept = door("int getpeername(int, void *, void *)");

export const setsockopt: (
  fd: number,
  level: number,
  option: number,
  value: Uint8Array,
  length: number,
) => number = door("int setsockopt(int, int, int, const void *, uint32_t)");

export const getsockopt: (
  fd: number,
  level: number,
  option: number,
  value: Uint8Array,
  length: AddressLength,
) => number = door("int getsockopt(int, int, int, void *, void *)");

export const recv: (fd: number, bytes: Uint8Array, length: number, flags: number) => number = door(
  "int64_t recv(int, void *, size_t, int)",
);

export const recvfrom: (
  fd: number,
  bytes: Uint8Array,
  length: number,
  flags: number,
  address: Uint8Array,
  addressLength: AddressLength,
) => number = door("int64_t recvfrom(int, void *, size_t, int, void *, void *)");

export const recvmsg: (fd: number, message: Uint8Array, flags: number) => number = door(
  "int64_t recvmsg(int, void *, int)",
);

export const send: (fd: number, bytes: Uint8Array, length: number, flags: number) => number = door(
  "int64_t send(int, const void *, size_t, int)",
);

export const sendto: (
  fd: number,
  bytes: Uint8Array,
  length: number,
  flags: number,
  address: Uint8Array,
  addressLength: number,
) => number = door("int64_t sendto(int, const void *, size_t, int, const void *, uint32_t)");

export const shutdown: (fd: number, how: number) => number = door("int shutdown(int, int)");

export const close: (fd: number) => number = door("int close(int)");

/** Variadic in C, which matters on arm64 macOS: the type of the third argument goes before it. */
export const fcntl: (fd: number, command: number, type: "int", argument: number) => number = door(
  "int fcntl(int, int, ...)",
);

/** `fcntl` with F_SETLK and F_SETLKW, whose argument is a struct flock. */
export const fcntlLock: (fd: number, command: number, type: "void *", lock: Uint8Array) => number =
  door("int fcntl(int, int, ...)");

/** Variadic like `fcntl`. */
export const ioctl: (fd: number, request: number, type: "void *", value: Int32Array) => number =
  door("int ioctl(int, unsigned long, ...)");

export const poll: (fds: Int32Array, count: number, milliseconds: number) => number = door(
  "int poll(void *, unsigned long, int)",
);

/** A set is 1,024 bits, or null for none; `time` is a struct timeval, or null for as long as it takes. */
export const select: (
  end: number,
  reading: Int32Array | null,
  writing: Int32Array | null,
  exceptional: Int32Array | null,
  time: Uint32Array | null,
) => number = door("int select(int, void *, void *, void *, void *)");

type EpollControl = (epoll: number, operation: number, fd: number, event: Uint32Array) => number;
type EpollWait = (epoll: number, events: Uint32Array, most: number, milliseconds: number) => number;

/** Linux's alone, like the two that follow. Their events lie as `epoll-event.ts` has it. */
export const epoll_create1: ((flags: number) => number) | undefined =
  platform === "linux" ? door("int epoll_create1(int)") : undefined;

export const epoll_ctl: EpollControl | undefined =
  platform === "linux" ? door("int epoll_ctl(int, int, int, void *)") : undefined;

export const epoll_wait: EpollWait | undefined =
  platform === "linux" ? door("int epoll_wait(int, void *, int, int)") : undefined;

export const nanosleep: (time: Uint8Array, remaining: Uint8Array) => number = door(
  "int nanosleep(const void *, void *)",
);

export const gethostname: (name: Uint8Array, length: number) => number = door(
  "int gethostname(void *, size_t)",
);

/** Returns 0 or an EAI_ number; `found` is filled with a pointer. */
export const getaddrinfo: (
  host: string | null,
  service: string | null,
  hints: Uint8Array,
  found: Uint8Array,
) => number = door("int getaddrinfo(const char *, const char *, const void *, void *)");

/** Returns 0 or an EAI_ number. */
export const getnameinfo: (
  address: Uint8Array,
  length: number,
  host: Uint8Array,
  hostLength: number,
  service: Uint8Array,
  serviceLength: number,
  flags: number,
) => number = door(
  "int getnameinfo(const void *, uint32_t, void *, uint32_t, void *, uint32_t, int)",
);

/** Returns 0 or an error's number; `pid` is filled. The lists of texts end with null. */
export const posix_spawnp: (
  pid: Int32Array,
  file: string,
  fileActions: Uint8Array,
  attributes: Uint8Array,
  argv: readonly (string | null)[],
  environment: readonly (string | null)[],
) => number = door(
  "int posix_spawnp(void *, const char *, const void *, const void *, const char **, const char **)",
);

export const waitpid: (pid: number, status: Int32Array, options: number) => number = door(
  "int waitpid(int, void *, int)",
);

export const kill: (pid: number, signal: number) => number = door("int kill(int, int)");

/** Only Linux has it. */
export const prctl: ((option: number, value: number) => number) | undefined =
  platform === "linux" ? door("int prctl(int, unsigned long)") : undefined;
