import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { root } from "@netnotes/compile";
import { describe, expect, onTestFinished, test } from "vitest";
import { isInstalled } from "../launch/install.mjs";
import { pnpm, suits } from "../launch/pnpm.mjs";
import { found } from "../launch/python.mjs";
import { forget, lastLine, sum, testedPackages } from "../launch/results.mjs";
import { nextCommands } from "../launch/start.mjs";

/** A folder with these files, gone when the test is over. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "netnotes-launch-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe("what is installed", () => {
  test("nothing, before the first install", () => {
    expect(isInstalled(folderWith({ "pnpm-lock.yaml": "a" }))).toBe(false);
  });

  test("this lockfile, or another one", () => {
    const copy = "node_modules/.pnpm/lock.yaml";
    expect(isInstalled(folderWith({ "pnpm-lock.yaml": "a", [copy]: "a" }))).toBe(true);
    expect(isInstalled(folderWith({ "pnpm-lock.yaml": "b", [copy]: "a" }))).toBe(false);
  });
});

describe("which pnpm", () => {
  const manifest = '{ "devEngines": { "packageManager": { "version": "12.21.0" } } }';
  const npx = ["npx", "--yes", "--prefer-offline", "--loglevel=error", "pnpm@12.21.0"];
  const byNpm = { npm_config_user_agent: "npm/10.8.2 node/v20", npm_execpath: "/npm-cli.js" };

  /** A repository that has nothing installed, or what this version of pnpm has. */
  const repository = (installer?: string) =>
    folderWith({
      "package.json": manifest,
      ...(installer && { "node_modules/.modules.yaml": `{"packageManager": "pnpm@${installer}"}` }),
    });

  test("the one that runs us", () => {
    const env = { npm_config_user_agent: "pnpm/10.4.0 npm/?", npm_execpath: "/opt/pnpm/bin/pnpm" };
    expect(pnpm(repository(), env, () => "12.21.0")).toEqual(["/opt/pnpm/bin/pnpm"]);
    const script = { ...env, npm_execpath: "/opt/pnpm/bin/pnpm.cjs" };
    expect(pnpm(repository(), script)).toEqual([process.execPath, "/opt/pnpm/bin/pnpm.cjs"]);
  });

  test("else the one on the PATH, else the pinned one by npx", () => {
    expect(pnpm(repository(), byNpm, () => "10.4.0")).toEqual(["pnpm"]);
    expect(pnpm(repository(), byNpm, () => undefined)).toEqual(npx);
    expect(pnpm(repository(), byNpm, () => "9.14.4")).toEqual(npx);
    const old = { npm_config_user_agent: "pnpm/8.1.0 npm/?", npm_execpath: "/opt/pnpm" };
    expect(pnpm(repository(), old, () => undefined)).toEqual(npx);
  });

  test("never one that would remove what another major version has installed", () => {
    expect(pnpm(repository("12.21.0"), byNpm, () => "10.4.0")).toEqual(npx);
    expect(pnpm(repository("10.34.9"), byNpm, () => "10.4.0")).toEqual(["pnpm"]);
  });

  test("an older pnpm writes what it installed as YAML", () => {
    const folder = folderWith({
      "node_modules/.modules.yaml": "x: 1\npackageManager: pnpm@9.15.9\n",
    });
    expect(suits("9.15.9", folder)).toBe(true);
    expect(suits("12.21.0", folder)).toBe(false);
  });
});

describe("what the tests left", () => {
  const results = (passed: number, failed: number, skipped?: number) =>
    JSON.stringify({ passed, failed, skipped });
  const course = {
    "chapters/01-a/package.json": "{}",
    "chapters/01-a/tests/a.test.ts": "",
    "chapters/01-a/test-results.json": results(3, 0),
    "shared/b/package.json": '{ "scripts": { "test": "vitest" } }',
    "shared/b/test-results.json": results(4, 1, 2),
    "shared/untested/package.json": "{}",
    "harness/package.json": '{ "scripts": { "test": "vitest" } }',
  };

  test("a package is tested that has tests, or a script for them", () => {
    expect(testedPackages(folderWith(course))).toEqual(["chapters/01-a", "shared/b", "harness"]);
  });

  test("is summed up, and a package that left nothing has failed", () => {
    const folder = folderWith(course);
    const counts = sum(folder, testedPackages(folder));
    expect(counts).toEqual({ passed: 7, failed: 2, skipped: 2, silent: ["harness"] });
    expect(lastLine(counts)).toBe("7 passed, 2 failed, 2 skipped");
  });

  test.each(["", "{", "{}", '{"passed":"3","failed":0}', "null"])("%j is no result", (text) => {
    const folder = folderWith({ "shared/b/test-results.json": text });
    expect(sum(folder, ["shared/b"])).toMatchObject({ failed: 1, silent: ["shared/b"] });
  });

  test("is forgotten before the next run", () => {
    const folder = folderWith(course);
    forget(folder, ["chapters/01-a", "harness"]);
    expect(sum(folder, ["chapters/01-a"])).toMatchObject({ passed: 0, silent: ["chapters/01-a"] });
  });

  test("the last line leaves out what is not there", () => {
    expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
  });
});

describe("launch.mjs", () => {
  const launch = (env: Readonly<Record<string, string>>, ...words: string[]) =>
    spawnSync(process.execPath, [join(root, "shared/cli/launch.mjs"), ...words], {
      env: { ...process.env, ...env },
      encoding: "utf8",
    });

  test("an older Node is told so in one line", () => {
    const older = `Object.defineProperty(process,'versions',{value:{node:'20.18.1'}})`;
    const { status, stderr } = launch(
      { NODE_OPTIONS: `--import "data:text/javascript,${older}"` },
      "start",
    );
    expect(stderr).toMatch(/^netnotes needs Node 20\.19 or newer; this is v\S+\n$/);
    expect(status).toBe(1);
  });

  test("a wrong name is wrong usage", () => {
    const { status, stderr } = launch({}, "strat");
    expect(stderr).toBe("usage: node launch.mjs start|test|check|install\n");
    expect(status).toBe(2);
  });

  test("where all is installed, install says nothing", () => {
    expect(launch({}, "install")).toMatchObject({ status: 0, stdout: "", stderr: "" });
  });

  test("the next commands are those that work on this machine", () => {
    expect(nextCommands("npx")).toContain("  npx chapter 01 server ");
    expect(nextCommands("pnpm")).toContain("  pnpm chapter 01 server ");
    expect(nextCommands("pnpm")).toContain("  pnpm exercise ");
  });
});

describe("where python3 is found", () => {
  const folder = () =>
    folderWith({ "shims/python3": "", "real/python3": "", "real/python3.14": "" });
  const on = (base: string, ...names: string[]) =>
    names.map((name) => join(base, name)).join(delimiter);

  test("through a script that starts it: its own folder goes first", () => {
    const base = folder();
    const path = found(join(base, "real/python3"), on(base, "empty", "shims"));
    expect(path).toBe(on(base, "real", "empty", "shims"));
  });

  test("as itself, or by a link to it: nothing changes", () => {
    const base = folder();
    mkdirSync(join(base, "bin"));
    symlinkSync(join(base, "real/python3"), join(base, "bin/python3"));
    for (const name of ["real", "bin"]) {
      const path = on(base, name, "shims");
      expect(found(join(base, "real/python3"), path)).toBe(path);
    }
  });

  test("where its folder has it by another name only: nothing is gained", () => {
    const base = folder();
    writeFileSync(join(base, "python3.14"), "");
    const path = on(base, "shims");
    expect(found(join(base, "python3.14"), path)).toBe(path);
  });
});
