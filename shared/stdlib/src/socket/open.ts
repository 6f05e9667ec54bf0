/** Descriptors that are closed when another program starts, however the platform makes them (PEP 446). */
import * as calls from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { failure } from "../libc/failure.ts";
import { setBlocking, setInheritable } from "../libc/flags.ts";
import { errno } from "../libc/native.ts";
import { platform } from "../libc/platform.ts";
import { STORAGE_LENGTH } from "../libc/sockaddr.ts";

const { SOCK_CLOEXEC } = constants;

/** Linux takes the flag with the call; macOS wants a second call. */
const FLAG = platform === "linux" ? SOCK_CLOEXEC : 0;

/** Where `acceptOn` leaves the peer's address. */
export const peer = Buffer.alloc(STORAGE_LENGTH);

/** Where `acceptOn` leaves its length. */
export const peerLength = new Uint32Array(1);

const pair = new Int32Array(2);

/** A new socket's descriptor. */
export function openSocket(family: number, type: number, proto: number): number {
  const fd = calls.socket(family, type | FLAG, proto);
  if (fd === -1) throw failure("socket", errno());
  if (FLAG === 0) setInheritable(fd, false);
  return fd;
}

/** The descriptors of two sockets that are connected to each other. */
export function openPair(family: number, type: number, proto: number): [number, number] {
  if (calls.socketpair(family, type | FLAG, proto, pair) === -1) {
    throw failure("socketpair", errno());
  }
  const [a = -1, b = -1] = pair;
  if (FLAG === 0) {
    setInheritable(a, false);
    setInheritable(b, false);
  }
  return [a, b];
}

/**
 * Accepts a connection; the peer's address is then in `peer`.
 *
 * @returns the new descriptor, or -1 with errno set
 */
export function acceptOn(fd: number): number {
  peerLength[0] = STORAGE_LENGTH;
  if (calls.accept4 !== undefined) return calls.accept4(fd, peer, peerLength, FLAG);
  const accepted = calls.accept(fd, peer, peerLength);
  if (accepted !== -1) {
    setInheritable(accepted, false);
    setBlocking(accepted, true); // macOS hands on the listening socket's O_NONBLOCK
  }
  return accepted;
}
