/** How the calls that wait for many descriptors are written: sets of bits become lists of descriptors. */
import { epollEventLayout } from "../libc/epoll-event.ts";
import { constants } from "../libc/constants.ts";
import { native } from "../libc/native.ts";
import { epollEventNames, epollOperationName } from "./names.ts";
import type { Argument, Shape } from "./shapes.ts";

const { EPOLL_CLOEXEC, EPOLL_CTL_DEL, POLLIN } = constants;
const layout = epollEventLayout(process.arch);

/** How many descriptors a list shows. */
const SHOWN = 32;

type Bits = Int32Array | null;
const select: (end: number, r: Bits, w: Bits, x: Bits, time: Uint32Array) => number = native(
  "int select(int, void *, void *, void *, void *)",
);
const poll: (fds: Int32Array, count: number, timeout: number) => number = native(
  "int poll(void *, unsigned long, int)",
);

function list(entries: readonly unknown[]): string {
  const shown = entries.slice(0, SHOWN).join(", ");
  return entries.length > SHOWN ? `[${shown}, …]` : `[${shown}]`;
}

/** The descriptors of one of select's sets, those below `end`. */
function descriptors(a: Argument | undefined, end: number): string {
  const set = a as Bits;
  const fds: number[] = [];
  for (let fd = 0; set !== null && fd < end; fd++) {
    if (((set[fd >>> 5] ?? 0) & (1 << (fd & 31))) !== 0) fds.push(fd);
  }
  return list(fds);
}

/** A struct timeval in seconds, to the millisecond where that is exact. */
function seconds(a: Argument | undefined): string {
  if (a === null) return "None";
  const [low = 0, high = 0, microseconds = 0] = a as Uint32Array;
  const digits = microseconds % 1000 === 0 ? 3 : 6;
  return (high * 2 ** 32 + low + microseconds / 1e6).toFixed(digits);
}

/** Asks select itself, of copies and without waiting. */
function selectWaits([end, reading, writing, exceptional, time]: readonly Argument[]): boolean {
  if (time !== null && (time as Uint32Array).every((word) => word === 0)) return false;
  const [r, w, x] = [reading, writing, exceptional].map((set) => (set as Bits)?.slice() ?? null);
  return select(end as number, r ?? null, w ?? null, x ?? null, new Uint32Array(4)) === 0;
}

/** An epoll's own descriptor is readable when one of those that it watches is ready. */
function epollWaits([epoll, , , timeout]: readonly Argument[]): boolean {
  return timeout !== 0 && poll(new Int32Array([epoll as number, POLLIN]), 1, 0) === 0;
}

function happened(a: Argument | undefined, count: number): string {
  const events = a as Uint32Array;
  const entries = Array.from({ length: count }, (_, i) => {
    const at = i * layout.words;
    return `(${events[at + layout.fd]}, ${epollEventNames(events[at] ?? 0)})`;
  });
  return list(entries);
}

export const shapes: Readonly<Record<string, Shape>> = {
  select: {
    args: ([end, ...rest]) => [
      String(end),
      ...rest.slice(0, 3).map((set) => descriptors(set, end as number)),
      seconds(rest[3]),
    ],
    brought: ([end, ...sets]) =>
      sets
        .slice(0, 3)
        .map((set) => descriptors(set, end as number))
        .join(" "),
    waits: selectWaits,
  },
  epoll_create1: { args: ([flags]) => [flags === EPOLL_CLOEXEC ? "EPOLL_CLOEXEC" : String(flags)] },
  epoll_ctl: {
    args: ([epoll, operation, fd, event]) => [
      String(epoll),
      epollOperationName(operation as number),
      String(fd),
      ...(operation === EPOLL_CTL_DEL ? [] : [epollEventNames((event as Uint32Array)[0] ?? 0)]),
    ],
  },
  epoll_wait: {
    args: ([epoll, , , timeout]) =>
      timeout === -1 ? [String(epoll)] : [String(epoll), String(timeout)],
    brought: ([, events], result) => (result > 0 ? happened(events, result) : ""),
    waits: epollWaits,
  },
};
