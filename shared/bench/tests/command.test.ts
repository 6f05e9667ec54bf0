/** The command as a person types it. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { root } from "@netnotes/compile";
import { expect, onTestFinished, test, vi } from "vitest";
import { canKeepAwake } from "../src/awake.ts";
import { pinning } from "../src/pinning.ts";

/** Between two looks the machine is left to those who are looked at. */
const PATIENCE = { timeout: 30_000, interval: 50 };

const BENCH = join(root, "shared/bench/bin/bench.mjs");

function bench(...words: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BENCH, ...words], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** As short as it gets, and harmless to what runs beside it. */
const ONE = ["udp", "--rounds", "1", "--ways", "literal", "--let-sleep"];

test("--list names every row with what it measures", () => {
  const { status, stdout } = bench("--list");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^tcp {9}a message of 64 bytes to a TCP server and back$/m);
  expect(stdout.trimEnd().split("\n")).toHaveLength(11);
});

test("--help tells the usage", () => {
  const { status, stdout } = bench("--help");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: pnpm bench /);
});

test("a wrong word is answered on stderr, with exit status 2", () => {
  const { status, stdout, stderr } = bench("tpc");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(/^There is no row "tpc"; did you mean (tcp|udp)\?\nThere are: tcp, /);
});

test("--json is JSON and nothing else", { timeout: 120_000 }, () => {
  const { status, stdout, stderr } = bench(...ONE, "--json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { rows } = JSON.parse(stdout) as { rows: unknown[] };
  expect(rows).toMatchObject([
    { row: "udp", ways: { literal: { rounds: [{ operations: 2500 }] } } },
  ]);
});

test("a table for a pipe has no colour", { timeout: 120_000 }, () => {
  const { status, stdout } = bench(...ONE);
  expect(status).toBe(0);
  expect(stdout).not.toContain("\u001B");
  expect(stdout).toMatch(/^ +one +literal +× Python +quartiles\nudp +round trip +\S+ (µ|m)s +–$/m);
});

// What keeps the CPUs awake is with the programs once only: it slows down what runs beside it.
test.each([
  ["SIGINT", ["--let-sleep"]],
  ["SIGTERM", ["--let-sleep"]],
  ["SIGKILL", []],
] as const)(
  "%s ends it and every program that it started",
  { timeout: 60_000 },
  async (signal, flags) => {
    const words = ["tcp", "--rounds", "99", ...flags];
    const running = spawn(process.execPath, [BENCH, ...words], { stdio: "ignore" });
    onTestFinished(() => void running.kill("SIGKILL"));
    const ended = once(running, "exit");
    const cpus = flags.length === 0 && canKeepAwake() ? pinning() : undefined;
    const spinning = new Set([cpus?.program, cpus?.peer].filter((cpu) => cpu !== undefined)).size;
    const started = () => processes(({ ppid }) => ppid === running.pid);
    const programs = await vi.waitUntil(() => {
      const now = started();
      return now.length >= 4 + spinning && now;
    }, PATIENCE);

    running.kill(signal);
    expect(await ended).toEqual([null, signal]);
    const left = () => processes(({ pid }) => programs.includes(pid));
    await vi.waitUntil(() => left().length === 0, PATIENCE);
  },
);

interface Entry {
  readonly pid: number;
  readonly ppid: number;
}

/** The processes of this machine that have not ended; one that is dead and not waited for has. */
function processes(wanted: (entry: Entry) => boolean): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [pid, ppid, stat] = line.trim().split(/\s+/);
    const entry = { pid: Number(pid), ppid: Number(ppid) };
    return stat !== undefined && !stat.startsWith("Z") && wanted(entry) ? [entry.pid] : [];
  });
}
