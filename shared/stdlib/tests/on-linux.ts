/** Tests of what only Linux does, or does so that it can be seen. */
import { test } from "vitest";

/**
 * `test`, skipped on other systems with a line that says why.
 *
 * @param reason what only Linux has
 */
export function onLinux(reason: string): typeof test.skip {
  if (process.platform === "linux") return test;
  console.log(`skipped, not on Linux: ${reason}`);
  return test.skip;
}
