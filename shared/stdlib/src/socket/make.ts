/** The functions that make sockets. */
import { ValueError } from "../exceptions/values.ts";
import * as calls from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { failure } from "../libc/failure.ts";
import { duplicate } from "../libc/flags.ts";
import { errno } from "../libc/native.ts";
import { familyOf, STORAGE_LENGTH, type UnixAddress } from "../libc/sockaddr.ts";
import { storage } from "./address.ts";
import { int } from "./arguments.ts";
import { AF_INET, type AddressOf, type Family } from "./family.ts";
import type { InetAddress } from "../libc/sockaddr.ts";
import { openPair, openSocket } from "./open.ts";
import { intOption } from "./options.ts";
import { Socket } from "./socket.ts";

const { AF_UNIX, SO_PROTOCOL, SO_TYPE, SOCK_CLOEXEC, SOCK_NONBLOCK, SOCK_STREAM, SOL_SOCKET } =
  constants;

/** What may be added to a type of socket; not part of the type itself. */
const TYPE_FLAGS = SOCK_NONBLOCK | SOCK_CLOEXEC;

/**
 * Makes a socket, of TCP over IPv4 unless told otherwise. It is not inherited by programs (PEP 446).
 *
 * @param family AF_INET, AF_INET6 or AF_UNIX; -1 is Python's way of leaving it out
 * @param type SOCK_STREAM, SOCK_DGRAM or another
 * @param proto 0 for the usual one
 * @param fileno a descriptor to take over instead of a new one; family, type and proto are then asked of
 *   the system where they are left out
 * @throws OSError EAFNOSUPPORT, EPROTONOSUPPORT, EMFILE; with fileno EBADF, ENOTSOCK
 */
export function socket<F extends number = Family<InetAddress>>(
  family?: F | -1,
  type = -1,
  proto = -1,
  fileno?: number | null,
): Socket<AddressOf<F>> {
  const asked = int(family === undefined ? -1 : family);
  if (fileno !== undefined && fileno !== null) return adopt(asked, int(type), int(proto), fileno);
  const kind = type === -1 ? SOCK_STREAM : int(type);
  const which = asked === -1 ? AF_INET : asked;
  const protocol = proto === -1 ? 0 : int(proto);
  return around<F>(openSocket(which, kind, protocol), which, kind, protocol);
}

/** A socket around a descriptor that nobody else closes. */
function around<F extends number>(
  fd: number,
  family: number,
  type: number,
  proto: number,
): Socket<AddressOf<F>> {
  const made = new Socket<AddressOf<F>>(fd, family, type & ~TYPE_FLAGS, proto);
  if ((type & SOCK_NONBLOCK) !== 0) made.setblocking(false);
  return made;
}

function adopt<F extends number>(
  family: number,
  type: number,
  proto: number,
  fileno: number,
): Socket<AddressOf<F>> {
  const fd = int(fileno);
  if (fd < 0) throw new ValueError("negative file descriptor");
  const length = new Uint32Array([STORAGE_LENGTH]);
  if (calls.getsockname(fd, storage, length) === -1) throw failure("getsockname", errno());
  const which = family === -1 ? familyOf(storage) : family;
  const kind = type === -1 ? intOption(fd, SOL_SOCKET, SO_TYPE) : type;
  return around<F>(fd, which, kind, proto === -1 ? protocolOf(fd) : proto);
}

/** macOS does not tell a socket's protocol; 0 is what Python has there too. */
function protocolOf(fd: number): number {
  return Number.isNaN(SO_PROTOCOL) ? 0 : intOption(fd, SOL_SOCKET, SO_PROTOCOL);
}

/** A socket around a duplicate of a descriptor; the descriptor itself stays the caller's. */
export function fromfd<F extends number>(
  fd: number,
  family: F,
  type: number,
  proto = 0,
): Socket<AddressOf<F>> {
  return socket(family, type, proto, duplicate(int(fd)));
}

/**
 * Two sockets that are connected to each other.
 *
 * @param family AF_UNIX unless given, the only one that most systems have pairs of
 */
export function socketpair<F extends number = Family<UnixAddress>>(
  family?: F,
  type: number = SOCK_STREAM,
  proto = 0,
): [Socket<AddressOf<F>>, Socket<AddressOf<F>>] {
  const which = int(family ?? AF_UNIX);
  const protocol = int(proto);
  const [a, b] = openPair(which, int(type), protocol);
  return [around<F>(a, which, type, protocol), around<F>(b, which, type, protocol)];
}
