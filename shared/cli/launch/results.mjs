/** Sums up what the packages' tests wrote down; tests that wrote nothing have failed. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

const FILE = "test-results.json";

/**
 * The packages that have tests, or a script for them, by their folders.
 *
 * @param {string} root the repository's folder
 * @returns {string[]} such as "shared/cli"
 */
export function testedPackages(root) {
  return ["chapters", "shared", ""]
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name)))
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .filter((folder) => {
      const { scripts } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
      return scripts?.test !== undefined || existsSync(join(root, folder, "tests"));
    });
}

/**
 * Takes away what an earlier run wrote, so that it can't be counted again.
 *
 * @param {string} root
 * @param {readonly string[]} packages
 */
export function forget(root, packages) {
  for (const folder of packages) rmSync(join(root, folder, FILE), { force: true });
}

/**
 * Adds up the packages' results. One that has none, or none that can be read, counts as one failure.
 *
 * @param {string} root
 * @param {readonly string[]} packages
 * @returns {Counts & { silent: string[] }} `silent`: the packages that left no result
 */
export function sum(root, packages) {
  const total = { passed: 0, failed: 0, skipped: 0, silent: /** @type {string[]} */ ([]) };
  for (const folder of packages) {
    const counts = read(join(root, folder, FILE));
    if (counts === undefined) total.silent.push(folder);
    total.passed += counts?.passed ?? 0;
    total.failed += counts?.failed ?? 1;
    total.skipped += counts?.skipped ?? 0;
  }
  return total;
}

/**
 * @param {string} file
 * @returns {Counts | undefined}
 */
function read(file) {
  try {
    const { passed, failed, skipped = 0 } = JSON.parse(readFileSync(file, "utf8"));
    const counts = { passed, failed, skipped };
    return Object.values(counts).every(Number.isInteger) ? counts : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Counts} counts */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
