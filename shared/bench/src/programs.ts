/** Where the measured programs lie, and how they are started. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "@netnotes/compile";
import { fileOf, type Way } from "@netnotes/course/chapter";
import { command } from "@netnotes/course/command";
import type { Row } from "./rows.ts";

const FOLDER = join(root, "shared/bench/programs");

/** Why a way cannot be measured here; undefined when it can. */
export function missing(way: Way): string | undefined {
  if (way !== "python") return undefined;
  return pythonVersion() === undefined ? "no python3 here" : undefined;
}

/** Such as `3.11.7`; undefined without python3. */
export function pythonVersion(): string | undefined {
  const { stdout } = spawnSync("python3", ["--version"], { encoding: "utf8" });
  return /^Python (\S+)/.exec(stdout ?? "")?.[1];
}

/** The command line of a row's program in a way. */
export function programOf({ program, args }: Row, way: Way): readonly string[] {
  const file = fileOf(FOLDER, way, program);
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  // Not under the course's runner: for its error messages that wraps every call of Python's sockets.
  return way === "python" ? ["python3", "-u", file, ...args] : started(file, args);
}

/** The command line of a row's peer, when the program listens on a port. */
export function peerOf(
  { program, args }: NonNullable<Row["peer"]>,
  port: string,
): readonly string[] {
  return started(join(FOLDER, "peer", `${program}.ts`), [port, ...args]);
}

function started(file: string, args: readonly string[]): readonly string[] {
  const { file: node, args: words } = command(file, args);
  return [node, ...words];
}
