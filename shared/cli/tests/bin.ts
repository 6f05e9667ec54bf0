/**
 * The real commands as child processes, as a shell starts them.
 */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "@netnotes/compile";
import { onTestFinished } from "vitest";

export interface Result {
  readonly status: number | NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Nothing of the test runner's own environment decides about colour, or how we were called. */
export const NEUTRAL = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(FORCE_COLOR|NO_COLOR|NODE_OPTIONS|npm_.*)$/.test(name),
  ),
);

/** Runs `chapter …` to its end. */
export function chapter(args: readonly string[], surroundings: Surroundings = {}): Result {
  return runToEnd("chapter", args, surroundings);
}

/** Runs `compare …` to its end. */
export function compare(args: readonly string[], surroundings: Surroundings = {}): Result {
  return runToEnd("compare", args, surroundings);
}

/** Runs `exercise …` to its end. */
export function exercise(args: readonly string[], surroundings: Surroundings = {}): Result {
  return runToEnd("exercise", args, surroundings);
}

/** Runs `gate …` to its end. */
export function gate(args: readonly string[]): Result {
  return runToEnd("gate", args, {});
}

/** How long, in milliseconds, a command may take, so that one that never ends is a failure and no hang. */
const PATIENCE = 20_000;

function runToEnd(bin: string, args: readonly string[], { cwd, env }: Surroundings): Result {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [pathOf(bin), ...args], {
    cwd: cwd ?? root,
    env: { ...NEUTRAL, ...env },
    encoding: "utf8",
    timeout: PATIENCE,
    killSignal: "SIGKILL",
  });
  return { status: status ?? signal, stdout, stderr };
}

/** A `chapter …` that is still running, after its first line. */
export interface Started {
  readonly pid: number;
  readonly firstLine: string;
  /** Its direct children. */
  children(): number[];
  signal(signal: NodeJS.Signals): void;
  /** How it ended. */
  ended(): Promise<number | NodeJS.Signals>;
  /** Waits until it has ended and nothing that it started holds its output any more. */
  outputEnded(): Promise<void>;
}

/** Starts `chapter …`, and waits for a line that matches. The test's end ends it. */
export async function started(args: readonly string[], line: RegExp): Promise<Started> {
  const child = spawn(process.execPath, [pathOf("chapter"), ...args], {
    cwd: root,
    env: NEUTRAL,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  const close = once(child, "close");
  onTestFinished(() => void child.kill("SIGTERM"));
  const pid = child.pid ?? 0;
  for await (const firstLine of createInterface(child.stdout)) {
    if (!line.test(firstLine)) continue;
    return {
      pid,
      firstLine,
      children: () => childrenOf(pid),
      signal: (signal) => void child.kill(signal),
      async ended() {
        const [status, signal] = await exit;
        return signal ?? status ?? 0;
      },
      async outputEnded() {
        child.stdout.resume();
        await close;
      },
    };
  }
  throw new Error(`chapter ${args.join(" ")} ended without a line that matches ${line}`);
}

/** Whether a process still runs; one that has ended and waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  return processes().some((each) => each.pid === pid);
}

function childrenOf(pid: number): number[] {
  return processes().flatMap((each) => (each.parent === pid ? [each.pid] : []));
}

function processes(): { parent: number; pid: number }[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "ppid=,pid=,stat="], { encoding: "utf8" });
  return stdout
    .split("\n")
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , state]) => state !== undefined && !state.startsWith("Z"))
    .map(([parent, pid]) => ({ parent: Number(parent), pid: Number(pid) }));
}

export function pathOf(bin: string): string {
  return join(root, "shared/cli/bin", `${bin}.mjs`);
}
