/** A repository that is copied with its cache: each copy runs its own programs. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@netnotes/compile";
import { expect, test } from "vitest";
import { emptyFolder } from "./sources.ts";

/** What a repository needs for compiling. */
function repository(folder: string): void {
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  mkdirSync(join(folder, "shared"));
  for (const name of ["pnpm-lock.yaml", "shared/stdlib", "shared/course"]) {
    symlinkSync(join(root, name), join(folder, name));
  }
  cpSync(join(root, "shared/compile"), join(folder, "shared/compile"), {
    recursive: true,
    filter: (file) => !/[/\\]compile[/\\]tests(?:$|[/\\])/.test(file),
  });
  writeFileSync(join(folder, "where.ts"), "console.log(import.meta.dirname);");
}

/** Compiles and runs the program in it, which tells its folder. */
function told(folder: string): string {
  const script = 'require(require("./shared/compile/compile.cjs").compile("where.ts"))';
  return execFileSync(process.execPath, ["-e", script], { cwd: folder, encoding: "utf8" }).trim();
}

test("a copy of a repository finds its own files", () => {
  const folder = emptyFolder();
  const [one, two] = [join(folder, "one"), join(folder, "two")];
  repository(one);
  expect(told(one)).toBe(one);
  cpSync(one, two, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  expect(told(two)).toBe(two);
});
