/** Addresses as Python's programs give them, checked, resolved and laid out for the kernel. */
import { pythonType } from "../builtins/types.ts";
import { gaierror, OSError } from "../exceptions/os-error.ts";
import { OverflowError } from "../exceptions/values.ts";
import { constants } from "../libc/constants.ts";
import { textToBytes } from "../libc/convert.ts";
import * as sockaddr from "../libc/sockaddr.ts";
import { int, text, unsigned } from "./arguments.ts";
import { lookup } from "./lookup.ts";

const { AF_INET, AF_INET6, AF_UNIX, AF_UNSPEC, AI_PASSIVE, SOCK_DGRAM } = constants;

/** An address that a call may be given: for IPv6 flow label and interface may be left out. */
export type AddressArgument =
  sockaddr.Address | readonly [host: string, port: number, flowinfo: number];

/** Where `place` leaves an address for the call that follows. */
export const storage = Buffer.alloc(sockaddr.STORAGE_LENGTH);

const HOST_AT = { inet: storage.subarray(4, 8), inet6: storage.subarray(8, 24) };

/**
 * Lays an address out in `storage`.
 *
 * @param caller the method's name, for the error's text
 * @returns how many bytes it takes
 * @throws TypeError, OverflowError for what is no address; gaierror when the host's name is unknown
 */
export function place(family: number, address: unknown, caller: string): number {
  if (family === AF_INET) return placeInet(address, caller);
  if (family === AF_INET6) return placeInet6(address, caller);
  if (family === AF_UNIX) return placeUnix(address, caller);
  throw new OSError(`${caller}(): bad family`);
}

/** An address given to a call as a person would write it, for the call's error. */
export function described(address: unknown): string {
  return sockaddr.addressText(address as sockaddr.Address);
}

function placeInet(address: unknown, caller: string): number {
  const [host, port] = parts(address, "AF_INET", caller);
  if ((address as unknown[]).length !== 2) {
    throw new TypeError("AF_INET address must be a pair (host, port)");
  }
  const number = portNumber(port, caller);
  resolve(hostName(host), AF_INET, HOST_AT.inet);
  return sockaddr.putInet(storage, checkedPort(number, caller));
}

function placeInet6(address: unknown, caller: string): number {
  const [host, port, flowinfo = 0, scope = 0] = parts(address, "AF_INET6", caller);
  const { length } = address as unknown[];
  if (length < 2 || length > 4) {
    throw new TypeError("AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])");
  }
  const number = portNumber(port, caller);
  const flow = unsigned(flowinfo);
  const scopeId = unsigned(scope);
  resolve(hostName(host), AF_INET6, HOST_AT.inet6);
  checkedPort(number, caller);
  if (flow > 0xfffff) throw new OverflowError(`${caller}(): flowinfo must be 0-1048575.`);
  return sockaddr.putInet6(storage, number, flow, scopeId);
}

function placeUnix(address: unknown, caller: string): number {
  if (typeof address !== "string" && !(address instanceof Uint8Array)) {
    throw new TypeError(`a bytes-like object is required, not '${pythonType(address)}'`);
  }
  const path = typeof address === "string" ? Buffer.from(address) : address;
  const abstract = path.length > 0 && path[0] === 0;
  if (path.length > sockaddr.PATH_LENGTH - (abstract ? 0 : 1)) {
    const [strerror, at] = ["AF_UNIX path too long", described(address)];
    throw new OSError(strerror, { syscall: caller, address: at, strerror });
  }
  return sockaddr.putUnix(storage, path);
}

function parts(address: unknown, family: string, caller: string): unknown[] {
  if (Array.isArray(address)) return address;
  throw new TypeError(`${caller}(): ${family} address must be tuple, not ${pythonType(address)}`);
}

function hostName(host: unknown): string {
  if (typeof host === "string") {
    if (!host.includes("\0")) return host;
    throw new TypeError("host name must not contain null character");
  }
  throw new TypeError(`str, bytes or bytearray expected, not ${pythonType(host)}`);
}

/** The port as a number; the range is checked after the host is resolved, in CPython's order. */
function portNumber(port: unknown, caller: string): number {
  try {
    return int(port);
  } catch (error) {
    if (error instanceof OverflowError) throw outOfRange(caller);
    throw error;
  }
}

function checkedPort(port: number, caller: string): number {
  if (port < 0 || port > 0xffff) throw outOfRange(caller);
  return port;
}

function outOfRange(caller: string): OverflowError {
  return new OverflowError(`${caller}(): port must be 0-65535.`);
}

/** The last numeric host: who sends datagrams mostly sends to the same one again. */
const last = { host: "", family: AF_UNSPEC, bytes: Buffer.alloc(16) };

/**
 * Finds a host's bytes: "" is every address of this host, "<broadcast>" everybody on this network, a
 * numeric address itself; anything else is looked up, and the first answer counts.
 */
function resolve(host: string, family: number, bytes: Buffer): void {
  if (host === "") {
    const found = lookup(null, "0", family, SOCK_DGRAM, 0, AI_PASSIVE);
    if (found.length > 1) throw new OSError("wildcard resolved to multiple address");
    copyHost(found[0]?.sockaddr, family, bytes);
  } else if (host === "<broadcast>" || host === "255.255.255.255") {
    if (family !== AF_INET) throw new OSError("address family mismatched");
    bytes.fill(255);
  } else if (host === last.host && family === last.family) {
    last.bytes.copy(bytes);
  } else if (textToBytes(family, host, bytes)) {
    last.host = host;
    last.family = family;
    bytes.copy(last.bytes);
  } else {
    copyHost(lookup(host, null, family, 0, 0, 0)[0]?.sockaddr, family, bytes);
  }
}

function copyHost(found: Buffer | undefined, family: number, bytes: Buffer): void {
  if (found === undefined) throw new gaierror("getaddrinfo: no address");
  const at = family === AF_INET6 ? 8 : 4;
  found.copy(bytes, 0, at, at + bytes.length);
}

/** The IPv4 address of a host, as text (gethostbyname(3), but through the same rules as `connect`). */
export function hostByName(host: string): string {
  text(host, "gethostbyname() argument 1", "str, bytes or bytearray");
  if (host.includes("\0")) {
    throw new TypeError(
      "gethostbyname() argument 1 must be encoded string without null bytes, not str",
    );
  }
  resolve(host, AF_INET, HOST_AT.inet);
  return HOST_AT.inet.join(".");
}
