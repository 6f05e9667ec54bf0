/** Names to addresses, through the C library and so by this computer's own rules (getaddrinfo(3)). */
import { domainToASCII } from "node:url";
import { gaierror } from "../exceptions/os-error.ts";
import { getaddrinfo } from "../libc/calls.ts";
import { constants, type ConstantName } from "../libc/constants.ts";
import { uncapitalized } from "../libc/errno.ts";
import { failure } from "../libc/failure.ts";
import { errno, native } from "../libc/native.ts";
import { platform } from "../libc/platform.ts";

/** One address that a name has. */
export interface Found {
  readonly family: number;
  readonly type: number;
  readonly proto: number;
  /** The name's official form, in the first result when AI_CANONNAME asked for it; else "". */
  readonly canonname: string;
  /** The address as the kernel has it. */
  readonly sockaddr: Buffer;
}

const free: (list: bigint) => void = native("void freeaddrinfo(void *)");
const copy: (to: Uint8Array, from: bigint, length: number) => void = native(
  "void memcpy(void *, const void *, size_t)",
);
const lengthOfText: (text: bigint) => number = native("size_t strlen(const void *)");
const explain: (error: number) => string = native("const char *gai_strerror(int)");

/** struct addrinfo on 64-bit machines; the two platforms have two members in different order. */
const STRUCT_LENGTH = 48;
const [CANONNAME_AT, SOCKADDR_AT] = platform === "darwin" ? [24, 32] : [32, 24];
const NEXT_AT = 40;

/**
 * Looks a name up.
 *
 * @param host a name, a numeric address, or null for this host
 * @param service a service's name, a port in digits, or null
 * @throws gaierror with the code that getaddrinfo gave, EAI_NONAME for a text with a null character, which C
 *   would read up to it; OSError when the system itself failed
 */
export function lookup(
  host: string | null,
  service: string | null,
  family: number,
  type: number,
  proto: number,
  flags: number,
): Found[] {
  const subject = host ?? service ?? undefined;
  if (host?.includes("\0") === true || service?.includes("\0") === true) {
    throw lookupFailure("getaddrinfo", constants.EAI_NONAME, subject);
  }
  const hints = Buffer.alloc(STRUCT_LENGTH);
  hints.writeInt32LE(flags, 0);
  hints.writeInt32LE(family, 4);
  hints.writeInt32LE(type, 8);
  hints.writeInt32LE(proto, 12);
  const list = Buffer.alloc(8);
  const error = getaddrinfo(cText(host, true), cText(service, false), hints, list);
  if (error !== 0) throw lookupFailure("getaddrinfo", error, subject);
  const first = list.readBigUInt64LE(0);
  try {
    return walk(first);
  } finally {
    free(first);
  }
}

/** The exception for an EAI_ error. */
export function lookupFailure(syscall: string, error: number, subject?: string): Error {
  if (error === constants.EAI_SYSTEM) return failure(syscall, errno(), subject);
  const code = codeOf(error);
  const strerror = uncapitalized(explain(error));
  const message = `${syscall}: ${code} ${strerror}${subject === undefined ? "" : ` ${subject}`}`;
  return new gaierror(message, { code, errno: error, syscall, address: subject, strerror });
}

function codeOf(error: number): string {
  for (const name of Object.keys(constants) as ConstantName[]) {
    if (name.startsWith("EAI_") && constants[name] === error) return name;
  }
  return `EAI ${error}`;
}

function walk(first: bigint): Found[] {
  const found: Found[] = [];
  const entry = Buffer.alloc(STRUCT_LENGTH);
  for (let at = first; at !== 0n; at = entry.readBigUInt64LE(NEXT_AT)) {
    copy(entry, at, STRUCT_LENGTH);
    const canonname = entry.readBigUInt64LE(CANONNAME_AT);
    found.push({
      family: entry.readInt32LE(4),
      type: entry.readInt32LE(8),
      proto: entry.readInt32LE(12),
      canonname: canonname === 0n ? "" : copied(canonname, lengthOfText(canonname)).toString(),
      sockaddr: copied(entry.readBigUInt64LE(SOCKADDR_AT), entry.readUInt32LE(16)),
    });
  }
  return found;
}

function copied(from: bigint, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  copy(bytes, from, length);
  return bytes;
}

/** A text that C can take; a host's name in its ASCII form, as DNS has it. */
function cText(text: string | null, isHost: boolean): string | null {
  if (text === null) return null;
  // eslint-disable-next-line no-control-regex -- ASCII is exactly this range
  return !isHost || /^[\x00-\x7f]*$/.test(text) ? text : domainToASCII(text) || text;
}
