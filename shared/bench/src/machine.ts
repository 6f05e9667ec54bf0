/** What the figures were measured on: they mean little without it. */
import { availableParallelism, cpus, loadavg, release, type as system } from "node:os";
import type { Pinning } from "./pinning.ts";
import { pythonVersion } from "./programs.ts";

export interface Machine {
  readonly cpu: string;
  readonly cpus: number;
  readonly system: string;
  readonly node: string;
  /** Undefined without python3. */
  readonly python: string | undefined;
  readonly pinning: Pinning | undefined;
  /** Whether those CPUs are kept from sleeping. */
  readonly awake: boolean;
  /** How many processes wanted a CPU in the minute before the measuring. */
  readonly load: number;
}

export function machine(pinning: Pinning | undefined, awake: boolean): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown CPU",
    cpus: availableParallelism(),
    system: `${system()} ${release()}`,
    node: process.versions.node,
    python: pythonVersion(),
    pinning,
    awake,
    load: loadavg()[0] ?? 0,
  };
}

/** The machine in a few lines, with a warning where the figures will suffer. */
export function described(machine: Machine): string[] {
  const { cpu, cpus, system, node, python, pinning, awake, load } = machine;
  const lines = [
    `Node ${node}, ${python === undefined ? "no Python" : `Python ${python}`}, ${system}, ${cpus} × ${cpu}`,
    pinning === undefined
      ? "Nothing is pinned to a CPU (no taskset): expect more spread."
      : `Programs run on CPU ${pinning.program}, their peers on CPU ${pinning.peer}${awake ? ", kept awake" : ""}.`,
  ];
  if (load > cpus / 2) {
    lines.push(`This machine is busy (load ${load.toFixed(1)}): look at the quartiles.`);
  }
  return lines;
}
