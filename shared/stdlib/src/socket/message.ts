/** recvmsg(2), as far as its flags and the sender go. */
import { recvmsg } from "../libc/calls.ts";
import { pointer } from "../libc/native.ts";
import { platform } from "../libc/platform.ts";
import { readAddress, STORAGE_LENGTH, type Address } from "../libc/sockaddr.ts";

/** struct msghdr: the two platforms differ in the sizes of its last members. */
const header = Buffer.alloc(56);
const FLAGS_AT = platform === "darwin" ? 44 : 48;

const sender = Buffer.allocUnsafeSlow(STORAGE_LENGTH);
const piece = Buffer.alloc(16);

/** What one recvmsg brought besides the bytes. */
export interface Message {
  /** How many bytes came; with MSG_TRUNC among the flags asked for, how many there were. */
  readonly count: number;
  /** MSG_TRUNC and others, set by the kernel. */
  readonly flags: number;
  readonly address: Address | null;
}

/** Receives one message. Returns undefined when the call failed; errno says why. */
export function receiveMessage(
  fd: number,
  into: Buffer,
  most: number,
  flags: number,
): Message | undefined {
  piece.writeBigUInt64LE(pointer(into), 0);
  piece.writeBigUInt64LE(BigInt(most), 8);
  header.fill(0);
  header.writeBigUInt64LE(pointer(sender), 0);
  header.writeUInt32LE(STORAGE_LENGTH, 8);
  header.writeBigUInt64LE(pointer(piece), 16);
  header.writeInt32LE(1, 24);
  const count = recvmsg(fd, header, flags);
  if (count < 0) return undefined;
  return {
    count,
    flags: header.readInt32LE(FLAGS_AT),
    address: readAddress(sender, header.readUInt32LE(8)),
  };
}
