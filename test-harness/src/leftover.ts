/**
 * What a program has left behind, in words.
 */
import { spawnSync } from "node:child_process";

/**
 * Names the processes of a group whose first process has ended: they hold its output open.
 *
 * @param group the process group's id
 */
export function whoHolds(group: number): string {
  const left = livingIn(group);
  if (left.length === 0)
    return "a process that it started, in a group of its own, holds its output open";
  return `it left processes behind that hold its output open:\n${left.join("\n")}\n`;
}

/** The processes of a group that still run, one line each; those that only wait to be reaped do not. */
export function livingIn(group: number): string[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pgid=,stat=,pid=,args="], { encoding: "utf8" });
  return (stdout ?? "")
    .split("\n")
    .map((row) => /^\s*(\d+)\s+([^Z\s]\S*)\s+(\d+)\s+(.*)$/.exec(row) ?? [])
    .filter(([, pgid]) => Number(pgid) === group)
    .map(([, , , pid, args]) => `  ${pid} ${args}`);
}
