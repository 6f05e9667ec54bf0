/**
 * Socket addresses as the kernel has them (struct sockaddr_in, sockaddr_in6, sockaddr_un).
 *
 * The layouts agree between the platforms but for the first two bytes: Linux has a 16-bit family there,
 * macOS a length and an 8-bit family.
 */
import { isUtf8 } from "node:buffer";
import { endianness } from "node:os";
import { constants } from "./constants.ts";
import { bytesToText } from "./convert.ts";
import { platform } from "./platform.ts";

const { AF_INET, AF_INET6, AF_UNIX } = constants;
const PATH_AT = 2;

/** Bytes enough for an address of any family (struct sockaddr_storage). */
export const STORAGE_LENGTH = 128;

/** The longest path of a Unix socket, in bytes, its terminating zero included. */
export const PATH_LENGTH = platform === "darwin" ? 104 : 108;

/** IPv4: the host and the port. */
export type InetAddress = readonly [host: string, port: number];

/** IPv6: the host, the port, the flow label and the number of the interface (0 where neither matters). */
export type Inet6Address = readonly [host: string, port: number, flowinfo: number, scope: number];

/**
 * A Unix socket: its path, "" when it has none; the bytes of a path that is not UTF-8, and those of an
 * abstract name (Linux, unix(7)).
 */
export type UnixAddress = string | Buffer;

/** An address as Python has it. Which kind it is follows from the socket's family. */
export type Address = InetAddress | Inet6Address | UnixAddress;

if (endianness() !== "LE")
  throw new Error("the layouts are written down for little-endian machines");

function putFamily(storage: Buffer, family: number, length: number): void {
  if (platform === "darwin") {
    storage[0] = length;
    storage[1] = family;
  } else storage.writeUInt16LE(family, 0);
}

/** Writes an IPv4 address whose 4 host bytes are at 4 already. Returns its length. */
export function putInet(storage: Buffer, port: number): number {
  putFamily(storage, AF_INET, 16);
  storage.writeUInt16BE(port, 2);
  storage.fill(0, 8, 16);
  return 16;
}

/** Writes an IPv6 address whose 16 host bytes are at 8 already. Returns its length. */
export function putInet6(storage: Buffer, port: number, flowinfo: number, scope: number): number {
  putFamily(storage, AF_INET6, 28);
  storage.writeUInt16BE(port, 2);
  storage.writeUInt32BE(flowinfo, 4);
  storage.writeUInt32LE(scope, 24);
  return 28;
}

/**
 * Writes a Unix address.
 *
 * @param path at most PATH_LENGTH bytes, an abstract name with its leading zero, or nothing
 * @returns its length, which for a path counts a terminating zero
 */
export function putUnix(storage: Buffer, path: Uint8Array): number {
  const named = path.length > 0 && path[0] !== 0;
  const length = PATH_AT + path.length + (named ? 1 : 0);
  putFamily(storage, AF_UNIX, length);
  storage.set(path, PATH_AT);
  if (named) storage[PATH_AT + path.length] = 0;
  return length;
}

/** The family of an address that the kernel wrote. */
export function familyOf(storage: Buffer): number {
  return platform === "darwin" ? (storage[1] ?? 0) : storage.readUInt16LE(0);
}

/**
 * Reads an address that the kernel wrote.
 *
 * @param length what the kernel says its length is: 0 when there is none, as after recvfrom on TCP
 * @returns the address; null when there is none, or when its family is none of the three
 */
export function readAddress(storage: Buffer, length: number): Address | null {
  if (length === 0) return null;
  const family = familyOf(storage);
  if (family === AF_INET) {
    return [
      `${storage[4]}.${storage[5]}.${storage[6]}.${storage[7]}`,
      storage.readUInt16BE(2),
    ] as const;
  }
  if (family === AF_INET6) {
    return [
      bytesToText(AF_INET6, storage.subarray(8, 24)),
      storage.readUInt16BE(2),
      storage.readUInt32BE(4),
      storage.readUInt32LE(24),
    ] as const;
  }
  return family === AF_UNIX ? readPath(storage, length) : null;
}

function readPath(storage: Buffer, length: number): UnixAddress {
  if (length <= PATH_AT) return "";
  const path = storage.subarray(PATH_AT, Math.min(length, PATH_AT + PATH_LENGTH));
  if (path[0] === 0) return platform === "darwin" ? "" : Buffer.from(path);
  const end = path.indexOf(0);
  const bytes = end === -1 ? path : path.subarray(0, end);
  return isUtf8(bytes) ? bytes.toString() : Buffer.from(bytes);
}

/** An address as people write it: "127.0.0.1:9999", "[::1]:9999", "/tmp/socket", "@abstract". */
export function addressText(address: Address): string {
  if (typeof address === "string") return address;
  if (Buffer.isBuffer(address)) {
    return address[0] === 0 ? `@${address.toString("latin1", 1)}` : address.toString();
  }
  const [host, port] = address as InetAddress;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
