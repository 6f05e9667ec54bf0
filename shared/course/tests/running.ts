/**
 * Runs one of the tiny programs of the fixtures under its way's runner.
 */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { command } from "../src/command.ts";

export const PROGRAMS = join(import.meta.dirname, "fixtures/runner");

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end, without input.
 *
 * @param program its way and file, `python/bug.py`; or an absolute path
 */
export async function run(program: string, ...args: string[]): Promise<Ended> {
  const child = start(program, args);
  const ended = end(child);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { ...(await ended), stdout, stderr };
}

/** Starts a program, and kills it when the test ends. */
export function start(
  program: string,
  args: readonly string[] = [],
): ChildProcessByStdio<null, Readable, Readable> {
  const { file, args: all, env } = command(resolve(PROGRAMS, program), args);
  const child = spawn(file, all, {
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** How a process ends, once it has closed its output too. */
export async function end(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<Pick<Ended, "status" | "signal">> {
  const [status, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { status, signal };
}
