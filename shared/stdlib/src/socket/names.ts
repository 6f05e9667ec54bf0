/** Hosts, services and interfaces by name (getaddrinfo(3), getnameinfo(3), gethostname(2)). */
import { pythonType } from "../builtins/types.ts";
import { OSError } from "../exceptions/os-error.ts";
import { OverflowError, ValueError } from "../exceptions/values.ts";
import * as calls from "../libc/calls.ts";
import { constants } from "../libc/constants.ts";
import { failure } from "../libc/failure.ts";
import { errno, native } from "../libc/native.ts";
import { putInet6, readAddress, type Inet6Address, type InetAddress } from "../libc/sockaddr.ts";
import type { AddressArgument } from "./address.ts";
import { int, unsigned, withoutNull } from "./arguments.ts";
import { lookup, lookupFailure } from "./lookup.ts";

export { hostByName as gethostbyname } from "./address.ts";

const { AF_INET, AF_INET6, AF_UNSPEC, AI_NUMERICHOST, SOCK_DGRAM } = constants;
const indexOf: (name: string) => number = native("unsigned int if_nametoindex(const char *)");

/** One line of getaddrinfo's answer: what `socket` and `connect` want to be given. */
export type AddressInfo = [
  family: number,
  type: number,
  proto: number,
  canonname: string,
  sockaddr: InetAddress | Inet6Address,
];

/**
 * Every way to reach a host and a service.
 *
 * @param host a name, an address, or null for this host
 * @param port a number, a service's name such as "http", or null
 * @param flags AI_ constants
 * @throws gaierror
 */
export function getaddrinfo(
  host: string | null,
  port: string | number | null,
  family = 0,
  type = 0,
  proto = 0,
  flags = 0,
): AddressInfo[] {
  if (host !== null && typeof host !== "string") {
    throw new TypeError("getaddrinfo() argument 1 must be string or None");
  }
  if (port !== null && typeof port !== "string" && !Number.isInteger(port)) {
    throw new OSError("Int or String expected");
  }
  const service = port === null ? null : String(port);
  const found = lookup(host, service, int(family), int(type), int(proto), int(flags));
  return found.map((entry) => {
    const address = readAddress(entry.sockaddr, entry.sockaddr.length);
    return [
      entry.family,
      entry.type,
      entry.proto,
      entry.canonname,
      address as InetAddress | Inet6Address,
    ];
  });
}

/**
 * The names of an address.
 *
 * @param address of IPv6 with flow label and interface, where they matter
 * @param flags NI_NUMERICHOST and NI_NUMERICSERV give numbers instead of names
 * @returns the host's name and the service's
 * @throws gaierror; TypeError, OverflowError, OSError for what is no address
 */
export function getnameinfo(
  address: Exclude<AddressArgument, string | Buffer>,
  flags: number,
): [host: string, service: string] {
  const asked = int(flags);
  if (!Array.isArray(address)) {
    throw new TypeError("getnameinfo() argument 1 must be a tuple");
  }
  const [host, port, flowinfo = 0, scope = 0] = address as Partial<Inet6Address>;
  if (address.length < 2 || address.length > 4 || typeof host !== "string") {
    throw new TypeError("getnameinfo(): illegal sockaddr argument");
  }
  withoutNull(host);
  const service = String(int(port));
  const flow = unsigned(flowinfo);
  const scopeId = unsigned(scope);
  if (flow > 0xfffff) throw new OverflowError("getnameinfo(): flowinfo must be 0-1048575.");
  const found = lookup(host, service, AF_UNSPEC, SOCK_DGRAM, 0, AI_NUMERICHOST);
  const [entry] = found;
  if (entry === undefined || found.length > 1) {
    throw new OSError("sockaddr resolved to multiple addresses");
  }
  const { family, sockaddr } = entry;
  if (family === AF_INET && address.length !== 2) {
    throw new OSError("IPv4 sockaddr must be 2 tuple");
  }
  if (family === AF_INET6) putInet6(sockaddr, sockaddr.readUInt16BE(2), flow, scopeId);
  const hostText = Buffer.alloc(1025);
  const serviceText = Buffer.alloc(32);
  const error = calls.getnameinfo(
    sockaddr,
    sockaddr.length,
    hostText,
    hostText.length,
    serviceText,
    serviceText.length,
    asked,
  );
  if (error !== 0) throw lookupFailure("getnameinfo", error, host);
  return [cString(hostText), cString(serviceText)];
}

/** The name of this host, as it was configured. Whether it leads to an address is another question. */
export function gethostname(): string {
  const name = Buffer.alloc(1024);
  if (calls.gethostname(name, name.length - 1) === -1) throw failure("gethostname", errno());
  return cString(name);
}

/** The number of a network interface, for the last item of an IPv6 address. @throws OSError */
export function if_nametoindex(name: string): number {
  if (typeof name !== "string") {
    throw new TypeError(`expected str, bytes or os.PathLike object, not ${pythonType(name)}`);
  }
  if (name.includes("\0")) throw new ValueError("embedded null byte");
  const index = indexOf(name);
  if (index === 0) throw new OSError("no interface with this name");
  return index;
}

function cString(bytes: Buffer): string {
  return bytes.toString("utf8", 0, bytes.indexOf(0));
}
