/** Runs vitest on a fixture project, as a program among others. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Running } from "../src/running.ts";
import { CallSite } from "../src/failure.ts";
import { scratchOn } from "../src/scratch.ts";
import { stageOfTest } from "../src/test-stage.ts";
import { fixture } from "./fixture.ts";

const vitest = join(
  dirname(createRequire(import.meta.url).resolve("vitest/package.json")),
  "vitest.mjs",
);

export interface Nested {
  readonly runner: Running;
  /** What its count reporter has written. */
  readonly counted: () => unknown;
}

/**
 * @param include which of the nested files to run, as a glob
 * @param env what they and their configuration read
 */
export function startNested(include: string, env: Record<string, string> = {}): Nested {
  const stage = stageOfTest();
  const root = scratchOn(stage);
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST"));
  const runner = new Running(
    stage,
    {
      name: "nested vitest",
      role: "vitest",
      way: "node",
      file: process.execPath,
      args: [vitest, "run", "--no-color", "--config", fixture("nested/vitest.config.ts")],
      env: {
        ...Object.fromEntries(kept),
        NESTED: `**/${include}`,
        NESTED_ROOT: root,
        TMPDIR: root, // a runner that is killed cannot clean up
        NO_COLOR: "1",
        ...env,
      },
      cwd: fixture("nested"),
      shown: "vitest run",
    },
    new CallSite(),
    { within: 30_000 },
  );
  return {
    runner,
    counted: () => JSON.parse(readFileSync(join(root, "test-results.json"), "utf8")),
  };
}
