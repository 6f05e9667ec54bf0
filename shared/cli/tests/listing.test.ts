import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import { root } from "@netnotes/compile";
import { describe, expect, test } from "vitest";
import { chapter, pathOf } from "./bin.ts";

const ESCAPE = "\u001b";

describe("chapter", () => {
  test("lists the chapters, each with its programs and proofs", () => {
    const { status, stdout, stderr } = chapter([]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^01 \S/m);
    expect(stdout).toMatch(/^ {2}chat-server +\S.*\.$/m);
    expect(stdout).toMatch(/^ {2}proofs +.*\bbacklog\b/m);
  });

  test("says the same in a chapter's folder", () => {
    const { stdout } = chapter([], { cwd: join(root, "chapters/01-sockets") });
    expect(stdout).toBe(chapter([]).stdout);
  });

  test("is plain when piped, also in CI", () => {
    expect(chapter([], { env: { CI: "true" } }).stdout).not.toContain(ESCAPE);
  });

  test("is coloured when asked to be, and never against NO_COLOR", () => {
    expect(chapter([], { env: { FORCE_COLOR: "1" } }).stdout).toContain(ESCAPE);
    expect(chapter([], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).stdout).not.toContain(ESCAPE);
  });

  test("suggests npx to whoever came by npx", () => {
    const { stdout } = chapter([], { env: { npm_config_user_agent: "npm/10.8.2 node/v20.20.2" } });
    expect(stdout).toContain("npx chapter 01");
    expect(stdout).not.toContain("pnpm chapter");
  });

  test("a reader that leaves early is no error", async () => {
    const child = spawn(process.execPath, [pathOf("chapter")], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    const [complaint, [status]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(complaint).toBe("");
    expect(status).toBe(0);
  });
});

describe("chapter NN", () => {
  const { stdout } = chapter(["01"]);

  test.each(["1", "sockets", "01-sockets"])("%s means 01", (name) => {
    expect(chapter([name]).stdout).toBe(stdout);
  });

  test("shows ports and ways, scenes and proofs, and how to run them", () => {
    expect(stdout).toMatch(/^ {2}server +2121 {2}python literal node {2}\S/m);
    expect(stdout).toMatch(/^Scenes\n {2}greeting +\S/m);
    expect(stdout).toMatch(/^Proofs\n {2}addresses +\S/m);
    expect(stdout).toContain("pnpm chapter 01 demo greeting");
    expect(stdout).toContain("pnpm compare 01 server");
  });

  test("--help and `help` show the forms, with this chapter's commands", () => {
    const help = chapter(["01", "--help"]);
    expect(help.status).toBe(0);
    expect(help.stdout).toContain("pnpm chapter NN demo [SCENE] [WAY]");
    expect(help.stdout).toContain("1, 01, sockets, 01-sockets mean the same");
    expect(chapter(["help"]).stdout).toBe(help.stdout);
    expect(chapter(["01", "demo", "--help"]).stdout).toBe(help.stdout);
    expect(chapter(["01", "proof", "--help"]).stdout).toBe(help.stdout);
  });

  test("--version", () => {
    expect(chapter(["--version"])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

const noFull = !existsSync("/dev/full");
if (noFull) console.warn("a listing on a full disk is not tested: there is no /dev/full");
test.skipIf(noFull)("a full disk is told in one line", () => {
  const { status, stderr } = spawnSync(
    "sh",
    ["-c", '"$@" > /dev/full', "sh", process.execPath, pathOf("chapter")],
    { encoding: "utf8", timeout: 20_000 },
  );
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: "stdout: ENOSPC: no space left on device, write\n",
  });
});
