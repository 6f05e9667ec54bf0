/** Installs what the lockfile names, when it is not installed yet. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pnpm } from "./pnpm.mjs";
import { progress } from "./progress.mjs";

/** The repository's folder. */
export const root = resolve(import.meta.dirname, "../../..");

/**
 * Installs unless nothing is missing. Quiet when it goes well, pnpm's own words when it does not.
 *
 * @returns {Promise<boolean>} whether all is installed
 */
export async function install() {
  if (isInstalled(root)) return true;
  const done = progress("installing what the lockfile names …");
  const [file, ...args] = pnpm(root);
  const { status, output } = await quietly(file, [...args, "install", "--frozen-lockfile"]);
  done();
  if (status !== 0) process.stderr.write(`${output}\nThe install failed (see above).\n`);
  return status === 0;
}

/**
 * Whether the last install was of this very lockfile: pnpm keeps a copy of what it installed.
 *
 * @param {string} folder
 */
export function isInstalled(folder) {
  const copy = join(folder, "node_modules/.pnpm/lock.yaml");
  if (!existsSync(copy)) return false;
  return readFileSync(copy).equals(readFileSync(join(folder, "pnpm-lock.yaml")));
}

/**
 * Runs a command at the repository's root, without a terminal.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<{ status: number, output: string }>} its exit status (127 when it can't be started)
 *   and all that it wrote
 */
export function quietly(file, args) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.on("error", (error) => resolve({ status: 127, output: error.message }));
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}
