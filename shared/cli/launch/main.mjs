/** Chooses what to launch; what is needed is installed first. */
import { check } from "./check.mjs";
import { install } from "./install.mjs";
import { start } from "./start.mjs";
import { test } from "./test.mjs";

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const LAUNCHES = { start, test, check, install: async () => 0 };

/**
 * Sets the exit status: 0 when all is well, 2 for a wrong name, else 1.
 *
 * @param {string[]} words the name of a launch, then its arguments
 */
export async function main([name = "", ...args]) {
  const launch = Object.hasOwn(LAUNCHES, name) ? LAUNCHES[name] : undefined;
  if (launch === undefined) {
    console.error(`usage: node launch.mjs ${Object.keys(LAUNCHES).join("|")}`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = (await install()) ? await launch(args) : 1;
}
