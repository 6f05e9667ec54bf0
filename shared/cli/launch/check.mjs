/** `npm run check`: all that can be said of the code without running it, one line a check. */
import { join } from "node:path";
import { quietly, root } from "./install.mjs";
import { progress } from "./progress.mjs";

/** @type {readonly (readonly [what: string, file: string, ...args: string[]])[]} */
const CHECKS = [
  [
    "formatting",
    bin("prettier"),
    "--check",
    "--cache",
    "--cache-strategy=content",
    "--log-level=warn",
    ".",
  ],
  ["lint", bin("oxlint"), "--type-aware", "--deny-warnings"],
  ["types", bin("tsc"), "--noEmit", "--project", "shared/cli/launch"],
  ["unused code", bin("knip")],
  ["course", process.execPath, join(root, "shared/cli/bin/gate.mjs")],
];

/** @returns {Promise<number>} 0 when every check passed */
export async function check() {
  const done = progress("checking …");
  const results = await Promise.all(CHECKS.map(timed));
  done();
  for (const { what, status, output, seconds } of results) {
    const good = status === 0;
    console.log(`${what.padEnd(12)} ${good ? "ok    " : "FAILED"} ${seconds.toFixed(1)} s`);
    if (!good) console.log(output.trimEnd());
  }
  return results.every(({ status }) => status === 0) ? 0 : 1;
}

/** @param {readonly [what: string, file: string, ...args: string[]]} command */
async function timed([what, file, ...args]) {
  const began = performance.now();
  const result = await quietly(file, args);
  return { what, ...result, seconds: (performance.now() - began) / 1000 };
}

/** @param {string} name of a command that the root's package.json depends on */
function bin(name) {
  return join(root, "node_modules/.bin", name);
}
