/** Which CPU runs what: a program that moves between CPUs measures the moving. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The CPUs of the measured program and of its peer; the same one where there is only one. */
export interface Pinning {
  readonly program: number;
  readonly peer: number;
}

/** Undefined where nothing can be pinned: `taskset` is Linux's. */
export function pinning(): Pinning | undefined {
  if (spawnSync("taskset", ["--version"]).status !== 0) return undefined;
  const allowed = allowedCpus();
  // The first CPU mostly has the interrupts to serve.
  const program = allowed.at(-1);
  const peer = allowed.at(-2) ?? program;
  return program === undefined || peer === undefined ? undefined : { program, peer };
}

/** A command line that runs on one CPU alone. */
export function pinned(words: readonly string[], cpu: number | undefined): readonly string[] {
  return cpu === undefined ? words : ["taskset", "--cpu-list", String(cpu), ...words];
}

function allowedCpus(): number[] {
  try {
    const status = readFileSync("/proc/self/status", "utf8");
    return cpusOf(/^Cpus_allowed_list:\s*(\S+)/m.exec(status)?.[1] ?? "");
  } catch {
    return [];
  }
}

/** The numbers in a list such as `0-3,8`, as Linux writes it (cpuset(7)). */
export function cpusOf(list: string): number[] {
  return list.split(",").flatMap((range) => {
    const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
    if (first === undefined) return [];
    const from = Number(first);
    return Array.from({ length: Number(last ?? first) - from + 1 }, (_, at) => from + at);
  });
}
