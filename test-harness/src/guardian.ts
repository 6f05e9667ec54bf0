/**
 * What goes when this process goes, however it dies: its guardian, a process of its own session, holds
 * the other end of a pipe, and takes away what it was told of (guardian.mjs).
 */
import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { join } from "node:path";
import { root } from "@netnotes/compile";

/** A process group's id, or a folder's absolute path. */
type Guarded = number | string;

const guarded = new Set<Guarded>();
let guardian: ChildProcess | undefined;

/** Starts the guardian, where there is none yet. Windows has no process groups for it to end, and no guardian. */
export function startGuardian(): void {
  if (process.platform === "win32" || guardian) return;
  const child = spawn(process.execPath, [join(root, "test-harness/src/guardian.mjs")], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    env: {},
  });
  child.unref();
  (child.stdin as Socket).unref();
  // Should somebody end the guardian, whoever needs it next gets another one.
  child.once("exit", () => (guardian = undefined));
  child.once("error", () => (guardian = undefined));
  child.stdin.on("error", () => (guardian = undefined));
  guardian = child;
  for (const one of guarded) tell("+", one);
}

/** From now on this goes with us. */
export function guard(one: Guarded): void {
  guarded.add(one);
  tell("+", one);
}

/** It has gone already. */
export function release(one: Guarded): void {
  guarded.delete(one);
  tell("-", one);
}

function tell(sign: "+" | "-", one: Guarded): void {
  // A path may have any character but its end, and a line only one newline.
  guardian?.stdin?.write(`${sign}${typeof one === "number" ? one : encodeURI(one)}\n`);
}
