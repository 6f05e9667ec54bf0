/**
 * How each call is written: which of its C arguments a person wants to see, and what it brought.
 *
 * Buffers and their lengths become the bytes or the address in them; what only the C interface needs
 * (where to put the length of an address) is left out.
 */
import { repr } from "../builtins/repr.ts";
import { constants } from "../libc/constants.ts";
import { readAddress } from "../libc/sockaddr.ts";
import { shapes as multiplexing } from "./multiplexing.ts";
import { lockOf, shapes as processes } from "./processes.ts";
import * as names from "./names.ts";

/** An argument as the door gets it. */
export type Argument =
  number | string | null | Uint8Array | Int32Array | Uint32Array | readonly (string | null)[];

/** How one call is written. */
export interface Shape {
  /** The name to show, where it is not the function's own. */
  readonly as?: string;
  /** The arguments, written. */
  readonly args: (a: readonly Argument[]) => string[];
  /** What it brought, written; "" for nothing. Not asked after a failure that errno explains. */
  readonly brought?: (a: readonly Argument[], result: number) => string;
  /** It returns an EAI_ number, and -1 is one of them. */
  readonly isLookup?: boolean;
  /** What it waits for: events on its first argument, a descriptor; any time at all; or let it say so. */
  readonly waits?: "in" | "out" | "time" | ((a: readonly Argument[]) => boolean);
  /** Which argument holds the MSG_ flags. */
  readonly flags?: number;
}

/** How many bytes of data a line shows. */
const SHOWN = 32;

const text = (a: Argument | undefined): string => (a === null ? "None" : String(a));
const number = (a: Argument | undefined): number => a as number;

function bytes(a: Argument | undefined, length: number): string {
  const all = a as Uint8Array;
  const shown = repr(all.subarray(0, Math.min(length, SHOWN)));
  return length > SHOWN ? `${shown}…` : shown;
}

function address(a: Argument | undefined, length: number): string {
  return repr(readAddress(a as Buffer, length));
}

/** The address and the length that the kernel filled in, from two neighbouring arguments. */
function filledAddress(a: readonly Argument[], at: number): string {
  const length = (a[at + 1] as Uint32Array)[0] ?? 0;
  return length === 0 ? "" : address(a[at], length);
}

/** Zero flags are what everybody means: they are not shown. */
function flags(a: Argument | undefined): string[] {
  return a === 0 ? [] : [names.messageFlags(number(a))];
}

function optionValue(a: Argument | undefined, length: number): string {
  const value = a as Buffer;
  return length === 4 ? String(value.readInt32LE(0)) : bytes(value, length);
}

/** A poll set: what is asked of each descriptor (the low 16 bits), or what is so (the high ones). */
function pollSet(a: Argument | undefined, count: number, shift: 0 | 16): string {
  const set = a as Int32Array;
  const entries: string[] = [];
  for (let i = 0; i < count * 2; i += 2) {
    const events = ((set[i + 1] ?? 0) >>> shift) & 0xffff;
    if (shift === 0 || events !== 0) entries.push(`${set[i]} ${names.eventNames(events)}`);
  }
  return `[${entries.join(", ")}]`;
}

const family = (a: readonly Argument[]): string[] => [
  names.familyName(number(a[0])),
  names.typeName(number(a[1])),
  names.protocolName(number(a[2])),
];
const descriptor = (a: readonly Argument[]): string[] => [text(a[0])];
const withAddress = (a: readonly Argument[]): string[] => [text(a[0]), address(a[1], number(a[2]))];
const option = (a: readonly Argument[]): string[] => [
  text(a[0]),
  names.levelName(number(a[1])),
  names.optionName(number(a[1]), number(a[2])),
];
const receiving = (a: readonly Argument[]): string[] => [text(a[0]), text(a[2]), ...flags(a[3])];
const sending = (a: readonly Argument[]): string[] => [
  text(a[0]),
  bytes(a[1], number(a[2])),
  ...flags(a[3]),
];
/** MSG_TRUNC returns the datagram's length, which may be more than came. */
const received = (a: readonly Argument[], result: number): string =>
  bytes(a[1], Math.min(result, number(a[2])));
const accepted: Shape = {
  as: "accept",
  args: descriptor,
  brought: (a) => filledAddress(a, 1),
  waits: "in",
};
const named: Shape = { args: descriptor, brought: (a) => filledAddress(a, 1) };
const lookup = (_: readonly Argument[], result: number): string =>
  result === 0 ? "" : names.lookupErrorName(result);

/** Every call that the door knows. */
export const shapes: Readonly<Record<string, Shape>> = {
  socket: { args: family },
  socketpair: { args: family, brought: (a) => repr([...(a[3] as Int32Array)]) },
  bind: { args: withAddress },
  listen: { args: (a) => [text(a[0]), text(a[1])] },
  accept: accepted,
  accept4: accepted,
  connect: { args: withAddress },
  getsockname: named,
  getpeername: named,
  setsockopt: { args: (a) => [...option(a), optionValue(a[3], number(a[4]))] },
  getsockopt: {
    args: option,
    brought: (a) => optionValue(a[3], (a[4] as Uint32Array)[0] ?? 0),
  },
  recv: { args: receiving, brought: received, waits: "in", flags: 3 },
  recvfrom: {
    args: receiving,
    brought: (a, result) => `${received(a, result)} ${filledAddress(a, 4)}`.trimEnd(),
    waits: "in",
    flags: 3,
  },
  recvmsg: { args: (a) => [text(a[0]), ...flags(a[2])], waits: "in", flags: 2 },
  send: { args: sending, waits: "out", flags: 3 },
  sendto: {
    args: (a) => [...sending(a), address(a[4], number(a[5]))],
    waits: "out",
    flags: 3,
  },
  shutdown: { args: (a) => [text(a[0]), names.shutdownName(number(a[1]))] },
  close: { args: descriptor },
  fcntl: {
    args: (a) => [text(a[0]), names.commandName(number(a[1])), lockOf(a[3]) ?? text(a[3])],
  },
  ioctl: {
    args: (a) => [
      text(a[0]),
      a[1] === constants.FIONBIO ? "FIONBIO" : text(a[1]),
      text((a[3] as Int32Array)[0] ?? 0),
    ],
  },
  poll: {
    args: (a) => [pollSet(a[0], number(a[1]), 0), text(a[2])],
    brought: (a, result) => (result > 0 ? pollSet(a[0], number(a[1]), 16) : ""),
    waits: "time",
  },
  ...multiplexing,
  ...processes,
  nanosleep: {
    args: (a) => {
      const time = a[0] as Buffer;
      return [String(Number(time.readBigInt64LE(0)) + Number(time.readBigInt64LE(8)) / 1e9)];
    },
    waits: "time",
  },
  gethostname: { args: () => [], brought: (a) => repr(cString(a[0] as Buffer)) },
  getaddrinfo: { args: (a) => [repr(a[0]), repr(a[1])], brought: lookup, isLookup: true },
  getnameinfo: { args: (a) => [address(a[0], number(a[1]))], brought: lookup, isLookup: true },
};

function cString(storage: Buffer): string {
  return storage.toString("utf8", 0, storage.indexOf(0));
}
