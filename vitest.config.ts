import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { defineConfig } from "vitest/config";
import { transformedIn } from "./test-harness/src/transformed.ts";

/** Named by `--project NAME`: a run of one package need not set up all of the others. */
const asked = process.argv.filter((_, at) => process.argv[at - 1] === "--project");

const root = import.meta.dirname;

/** Every package with tests is a project, named as its folder. */
const folders = ["shared", "chapters", "."]
  .map((parent) => join(root, parent))
  .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))
  .filter((folder) => existsSync(join(folder, "tests")));
const alone = folders.filter((folder) => asked.length === 1 && basename(folder) === asked[0]);

// All have one root: what is transformed for one is transformed for all of them.
const projects = (alone.length > 0 ? alone : folders).map((folder) => ({
  extends: true as const,
  test: { name: basename(folder), dir: folder, include: ["tests/**/*.test.ts"] },
}));

export default defineConfig({
  test: {
    projects,
    pool: "forks",
    // One process runs file after file: none of them leaves anything behind that another could see.
    isolate: false,
    experimental: { fsModuleCache: true, fsModuleCachePath: transformedIn(root) },
    // turbo runs five packages beside each other: there each has one process to start, and alone it has two.
    maxWorkers: process.env["TURBO_HASH"] === undefined ? 2 : 1,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ["default", "./test-harness/src/count-reporter.ts"],
  },
});
