/**
 * Finds the pnpm to run: each major version of pnpm lays out node_modules in its own way, and an older
 * one asks to remove what a newer one has installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The oldest pnpm that reads this workspace. */
const OLDEST = { major: 9, minor: 15 };

/**
 * The version that package.json pins.
 *
 * @param {string} root the repository's folder
 * @returns {string} such as "12.21.0"
 */
function pinned(root) {
  const { devEngines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return devEngines.packageManager.version;
}

/**
 * The words that run pnpm: the one that is running us, or the one on the PATH, where it suits; or else
 * the pinned one by npx, which fetches it the first time.
 *
 * @param {string} root the repository's folder
 * @param {NodeJS.ProcessEnv} [env]
 * @param {() => string | undefined} [versionOnPath]
 * @returns {[file: string, ...args: string[]]}
 */
export function pnpm(root, env = process.env, versionOnPath = onPath) {
  const [, running] = /^pnpm\/(\S+)/.exec(env["npm_config_user_agent"] ?? "") ?? [];
  const path = env["npm_execpath"];
  if (path !== undefined && suits(running, root)) {
    return /\.[cm]?js$/.test(path) ? [process.execPath, path] : [path];
  }
  if (suits(versionOnPath(), root)) return ["pnpm"];
  return ["npx", "--yes", "--prefer-offline", "--loglevel=error", `pnpm@${pinned(root)}`];
}

/**
 * Whether a pnpm reads this workspace, and leaves alone what is installed in it.
 *
 * @param {string | undefined} version
 * @param {string} root the repository's folder
 */
export function suits(version, root) {
  const [major, minor] = numbers(version);
  if (major === undefined || minor === undefined) return false;
  if (major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor)) return false;
  const [installer = major] = numbers(installedBy(root));
  return major === installer;
}

/**
 * The version of the pnpm on the PATH.
 *
 * @returns {string | undefined} undefined when there is none, or it does not run on this Node
 */
export function onPath() {
  // Where corepack stands in for pnpm, it must not fetch one just to be asked for its version.
  const env = { ...process.env, COREPACK_ENABLE_NETWORK: "0" };
  const asked = spawnSync("pnpm", ["--version"], { env, encoding: "utf8", timeout: 5000 });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

/**
 * @param {string} root
 * @returns {string | undefined} the version, or undefined before the first install
 */
function installedBy(root) {
  const file = join(root, "node_modules/.modules.yaml");
  if (!existsSync(file)) return undefined;
  return /\bpackageManager"?: "?pnpm@([\d.]+)/.exec(readFileSync(file, "utf8"))?.[1];
}

/** @param {string | undefined} version */
function numbers(version) {
  return (/^\d+\.\d+/.exec(version ?? "")?.[0] ?? "").split(".").filter(Boolean).map(Number);
}
