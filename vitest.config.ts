import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Every package with tests is a project, named as its folder. */
const projects = ["shared", "chapters", "."]
  .flatMap((parent) =>
    readdirSync(join(import.meta.dirname, parent)).map((name) => join(parent, name)),
  )
  .filter((folder) => existsSync(join(import.meta.dirname, folder, "tests")))
  .map((folder) => ({
    extends: true as const,
    root: folder,
    test: { name: folder.split("/").at(-1), include: ["tests/**/*.test.ts"] },
  }));

export default defineConfig({
  test: {
    projects,
    pool: "forks",
    // One process runs file after file: none of them leaves anything behind that another could see.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ["default", "./test-harness/src/count-reporter.ts"],
  },
});
