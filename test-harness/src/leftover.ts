/**
 * What a program has left behind, in words.
 */
import { membersOf } from "./members.ts";

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
  return membersOf(group)
    .filter(({ state }) => !state.startsWith("Z"))
    .map(({ pid, args }) => `  ${pid} ${args}`);
}
