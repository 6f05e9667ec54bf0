/**
 * The processes of a group.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Member {
  readonly pid: string;
  /** A letter of proc_pid_stat(5), which ps(1) lets others follow: `Z` only waits to be reaped. */
  readonly state: string;
  /** Its command line, as far as the kernel tells it. */
  readonly args: string;
}

/**
 * What belongs to a process group now. Where there is /proc, it takes 1 ms; `ps` takes 25.
 *
 * @param group the process group's id
 */
export function membersOf(group: number): Member[] {
  return process.platform === "linux" ? inProc(group) : byPs(group);
}

function inProc(group: number): Member[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid): Member[] => {
      const stat = textOf(`/proc/${pid}/stat`);
      // The name may hold spaces and parentheses: what counts comes after the last one.
      const [state = "", , pgrp] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (Number(pgrp) !== group) return [];
      const args = textOf(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim();
      return [{ pid, state, args }];
    });
}

/** A process may end while it is looked at. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** The same, on any Unix. */
export function byPs(group: number): Member[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pgid=,stat=,pid=,args="], { encoding: "utf8" });
  return (stdout ?? "").split("\n").flatMap((row): Member[] => {
    const [, pgid, state = "", pid = "", args = ""] =
      /^\s*(\d+)\s+(\S+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return Number(pgid) === group ? [{ pid, state, args }] : [];
  });
}
