/** Numbers and addresses in network byte order (byteorder(3), inet(3)). */
import { OSError } from "../exceptions/os-error.ts";
import { OverflowError, ValueError } from "../exceptions/values.ts";
import { constants } from "../libc/constants.ts";
import { addressLength, bytesToText, textToBytes } from "../libc/convert.ts";
import { errnoNumber } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { native } from "../libc/native.ts";
import { bytes, int, size, text as checkedText, withoutNull } from "./arguments.ts";

const { AF_INET, AF_INET6 } = constants;
const scratch = Buffer.alloc(4);
const aton: (text: string, address: Uint8Array) => number = native(
  "int inet_aton(const char *, void *)",
);

/** 16 bits from this machine's order to the network's. @throws OverflowError outside 0 to 65535 */
export function htons(value: number): number {
  scratch.writeUInt16BE(ranged("htons", value, 16), 0);
  return scratch.readUInt16LE(0);
}

/** 16 bits from the network's order to this machine's. @throws OverflowError outside 0 to 65535 */
export function ntohs(value: number): number {
  scratch.writeUInt16LE(ranged("ntohs", value, 16), 0);
  return scratch.readUInt16BE(0);
}

/** 32 bits from this machine's order to the network's. @throws OverflowError outside 0 to 2³²−1 */
export function htonl(value: number): number {
  scratch.writeUInt32BE(ranged("htonl", value, 32), 0);
  return scratch.readUInt32LE(0);
}

/** 32 bits from the network's order to this machine's. @throws OverflowError outside 0 to 2³²−1 */
export function ntohl(value: number): number {
  scratch.writeUInt32LE(ranged("ntohl", value, 32), 0);
  return scratch.readUInt32BE(0);
}

function ranged(caller: string, value: number, bits: 16 | 32): number {
  const checked = size(value);
  if (checked >= 0 && checked < 2 ** bits) return checked;
  if (bits === 32) {
    throw new OverflowError(
      checked < 0 ? "can't convert negative value to unsigned int" : "int larger than 32 bits",
    );
  }
  throw new OverflowError(
    checked < 0
      ? `${caller}: can't convert negative Python int to C 16-bit unsigned integer`
      : `${caller}: Python int too large to convert to C 16-bit unsigned integer`,
  );
}

/** The bytes of an address: 4 of IPv4, 16 of IPv6. @throws OSError when it is none */
export function inet_pton(family: number, text: string): Buffer {
  int(family);
  const checked = withoutNull(checkedText(text, "inet_pton() argument 2"));
  checkFamily("inet_pton", family);
  const address = Buffer.alloc(addressLength(family));
  if (textToBytes(family, checked, address)) return address;
  throw new OSError("illegal IP address string passed to inet_pton");
}

/** The text of an address's bytes. @throws ValueError when they are too few or too many */
export function inet_ntop(family: number, address: Uint8Array): string {
  const packed = bytes(address);
  if (int(family) !== AF_INET && family !== AF_INET6) {
    throw new ValueError(`unknown address family ${int(family)}`);
  }
  if (packed.length !== addressLength(family)) {
    throw new ValueError("invalid length of packed IP address string");
  }
  return bytesToText(family, packed);
}

/** The 4 bytes of an IPv4 address, short and hexadecimal forms included ("127.1"). */
export function inet_aton(text: string): Buffer {
  const address = Buffer.alloc(4);
  const checked = withoutNull(checkedText(text, "inet_aton() argument 1"));
  if (aton(checked, address) !== 0) return address;
  throw new OSError("illegal IP address string passed to inet_aton");
}

/** The text of the 4 bytes of an IPv4 address. */
export function inet_ntoa(address: Uint8Array): string {
  if (bytes(address).length !== 4) throw new OSError("packed IP wrong length for inet_ntoa");
  return bytesToText(AF_INET, address);
}

function checkFamily(caller: string, family: number): void {
  if (int(family) === AF_INET || family === AF_INET6) return;
  throw failure(caller, errnoNumber("EAFNOSUPPORT"));
}
