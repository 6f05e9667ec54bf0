import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { PROGRAMS, run } from "./running.ts";

describe("a system error is one line", () => {
  test.each([
    [
      "a port that is taken",
      "listen-twice",
      /^listen: EADDRINUSE address already in use 127\.0\.0\.1:\d+ \(.*--port 0.*\)\n$/,
    ],
    [
      "a Unix path that is taken",
      "listen-on-file",
      /^listen: EADDRINUSE address already in use \/ \(a file has that path, .*--path.*\)\n$/,
    ],
    [
      "a Unix path in a folder that is missing, which libuv reports as a refusal",
      "missing-folder",
      /^listen: EACCES permission denied \/nowhere\/at\/all \(its folder is not there, .*--path\)\n$/,
    ],
    [
      "nobody listens",
      "echo-client",
      /^connect: ECONNREFUSED connection refused 127\.0\.0\.1:\d+ \(.*start pnpm chapter runner server --node first\)\n$/,
    ],
    [
      "nobody listens at any address of a name",
      "echo-client-by-name",
      /^connect: ECONNREFUSED connection refused 127\.0\.0\.1:\d+ \(.*\)\n$/,
    ],
    [
      "no such file",
      "missing-file",
      /^open: ENOENT no such file or directory \/nowhere\/at\/all\n$/,
    ],
    [
      "in a promise that nobody waits for",
      "forgotten-promise",
      /^open: ENOENT no such file or directory \/nowhere\/at\/all\n$/,
    ],
  ])("%s", async (_, program, line) => {
    const { status, stdout, stderr } = await run(`node/${program}.ts`);
    expect(stderr).toMatch(line);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });

  test("an IPv6 address is in brackets", async () => {
    const { stderr } = await run("node/echo-client.ts", "::1");
    expect(stderr).toMatch(/^connect: ECONNREFUSED connection refused \[::1\]:\d+ \(/);
  });
});

test.each([
  ["node", true],
  ["literal", "object"],
])("a %s program sees itself and its arguments, not the runner", async (way, itself) => {
  const { status, stdout } = await run(`${way}/arguments.ts`, "--port", "0", "你好");
  const path = `${PROGRAMS}/${way}/arguments.ts`;
  expect(stdout).toBe(`${itself} [\n  '${path}',\n  '--port',\n  '0',\n  '你好'\n]\n`);
  expect(status).toBe(0);
});

test.each([
  ["bad-port", "--port must be 0-65535\n"],
  ["port-zero", "--port 0 is nobody's: give the server's\n"],
  ["dashed-value", "Option '--size' argument is ambiguous\n"],
  ["takes-no-option", "Unknown option '--loud'\n"],
])("wrong usage is one line and status 2: %s", async (program, line) => {
  expect(await run(`node/${program}.ts`, "--loud")).toMatchObject({ status: 2, stderr: line });
});

test("a claim that does not hold is one line", async () => {
  const ended = await run("node/claims.ts");
  expect(ended).toMatchObject({ status: 1, stderr: "claim failed: two is three\n" });
});

test("the program's own exit status stays", async () => {
  expect(await run("node/ends-with-3.ts")).toMatchObject({ status: 3, stderr: "" });
});

test.each([
  ["node", 6],
  ["literal", 4],
])("a bug in a %s program keeps its stack trace, in its own lines", async (way, line) => {
  const { status, stderr } = await run(`${way}/bug.ts`);
  expect(stderr).toMatch(/^TypeError: Cannot read properties of undefined \(reading 'here'\)\n/m);
  expect(stderr).toContain(`fixtures/runner/${way}/bug.ts:${line}:`);
  expect(status).toBe(1);
});

test("a worker whose parent was killed before it could say a word says nothing", async () => {
  // The worker keeps this pipe open: its end is the worker's.
  const ended = await run("node/dies-early.ts");
  expect(ended).toEqual({ status: null, signal: "SIGKILL", stdout: "", stderr: "" });
});

test("even a thrown undefined is no success", async () => {
  expect(await run("node/throws-nothing.ts")).toMatchObject({ status: 1, stderr: "undefined\n" });
});

test("a program that does not compile says where, and nothing of the compiler", async () => {
  const folder = mkdtempSync(join(tmpdir(), "netnotes-program-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "broken.ts"), "const fine = 1;\nconst = 2;\n");
  const { status, stderr } = await run(join(folder, "broken.ts"));
  expect(stderr).toMatch(/broken\.ts:2:6: /);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
});
