/** How the calls are written that start and end processes, and that lock between them. */
import { constants as system } from "node:os";
import { repr } from "../builtins/repr.ts";
import { constants } from "../libc/constants.ts";
import { errnoName, strerror } from "../libc/errno.ts";
import { platform } from "../libc/platform.ts";
import type { Argument, Shape } from "./shapes.ts";

const first = (a: Argument | undefined): number => (a as Int32Array)[0] ?? 0;

function signalName(value: Argument | undefined): string {
  const known = Object.entries(system.signals).find(([, number]) => number === value);
  return known?.[0] ?? String(value);
}

/** struct flock: which byte of the file is taken or let go; undefined for an argument that is none. */
export function lockOf(a: Argument | undefined): string | undefined {
  if (!Buffer.isBuffer(a)) return undefined;
  const isLinux = platform === "linux";
  const type = a.readInt16LE(isLinux ? 0 : 20);
  const start = a.readBigInt64LE(isLinux ? 8 : 0);
  return `${type === 2 ? "F_UNLCK" : "F_WRLCK"} ${start}`;
}

/** How a child ended: `exit 1`, or the signal's name. */
function ending(status: number): string {
  const signal = status & 0x7f;
  return signal === 0 ? `exit ${(status >> 8) & 0xff}` : signalName(signal);
}

export const shapes: Readonly<Record<string, Shape>> = {
  posix_spawnp: {
    args: (a) => [repr(a[1])],
    brought: (a, result) =>
      result === 0 ? `pid ${first(a[0])}` : `${errnoName(result)} (${strerror(result)})`,
    isLookup: true,
  },
  waitpid: {
    args: (a) => [String(a[0]), a[2] === constants.WNOHANG ? "WNOHANG" : "0"],
    brought: (a, result) => (result > 0 ? ending(first(a[1])) : ""),
    waits: (a) => a[2] === 0,
  },
  kill: { args: (a) => [String(a[0]), signalName(a[1])] },
  prctl: {
    args: (a) => [
      a[0] === constants.PR_SET_PDEATHSIG ? "PR_SET_PDEATHSIG" : String(a[0]),
      signalName(a[1]),
    ],
  },
};
