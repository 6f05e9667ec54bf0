/** Internet addresses between text and bytes (inet_pton(3), inet_ntop(3)). No system calls, so no door. */
import { constants } from "./constants.ts";
import { native } from "./native.ts";

const { AF_INET, AF_INET6 } = constants;

const pton: (family: number, text: string, bytes: Uint8Array) => number = native(
  "int inet_pton(int, const char *, void *)",
);
const ntop: (family: number, bytes: Uint8Array, text: Uint8Array, size: number) => string | null =
  native("const char *inet_ntop(int, const void *, void *, uint32_t)");

/** Room for the longest text that inet_ntop writes (INET6_ADDRSTRLEN). */
const room = Buffer.allocUnsafeSlow(46);

/** How many bytes an address of a family has. */
export function addressLength(family: number): number {
  return family === AF_INET6 ? 16 : 4;
}

/**
 * Reads an address from text.
 *
 * @param bytes where the 4 (IPv4) or 16 (IPv6) bytes go
 * @returns whether the text is an address of that family
 */
export function textToBytes(family: number, text: string, bytes: Uint8Array): boolean {
  return !text.includes("\0") && pton(family, text, bytes) === 1;
}

/** Writes the 4 or 16 bytes of an address as text. */
export function bytesToText(family: number, bytes: Uint8Array): string {
  if (family === AF_INET) return `${bytes[0]}.${bytes[1]}.${bytes[2]}.${bytes[3]}`;
  return ntop(family, bytes, room, room.length) ?? "";
}
