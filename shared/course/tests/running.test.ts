import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "@netnotes/compile";
import { describe, expect, test } from "vitest";
import { command } from "../src/command.ts";
import { end, PROGRAMS, run, start } from "./running.ts";

test.each(["python/waits.py", "literal/waits.ts", "node/waits.ts"])(
  "Ctrl+C ends %s by the signal, and in silence",
  async (program) => {
    const child = start(program);
    let errors = "";
    child.stderr.on("data", (data) => (errors += data));
    await once(child.stdout, "data");
    const ended = end(child);
    child.kill("SIGINT");
    expect(await ended).toEqual({ status: null, signal: "SIGINT" });
    expect(errors).toBe("");
  },
);

const COUNTERS = ["python/counts-for-ever.py", "node/counts-for-ever.ts"];

test.each(COUNTERS)("%s ends in silence under head", (program) => {
  const { file, args } = command(join(PROGRAMS, program));
  const shell = ["-c", '{ "$@"; echo "status $?" >&2; } | head -n 1', "sh", file, ...args];
  const { stdout, stderr } = spawnSync("sh", shell, { encoding: "utf8", timeout: 20_000 });
  expect({ stdout, stderr }).toEqual({ stdout: "1\n", stderr: "status 0\n" });
});

test.each(["python/forks.py", "node/forks.ts"])("what %s forks does, too", (program) => {
  const { file, args } = command(join(PROGRAMS, program));
  const shell = ["-c", '"$@" | head -n 1', "sh", file, ...args];
  const { stdout, stderr } = spawnSync("sh", shell, { encoding: "utf8", timeout: 20_000 });
  expect({ stdout, stderr }).toEqual({ stdout: "1\n", stderr: "" });
});

test.each(COUNTERS)("%s ends in silence when its parent leaves lines unread", async (program) => {
  const child = start(program);
  let errors = "";
  child.stderr.on("data", (data) => (errors += data));
  await once(child.stdout, "data");
  const ended = end(child);
  // Its next write fails with EPIPE, or, if lines have come that were not read, with ECONNRESET.
  child.stdout.destroy();
  expect(await ended).toEqual({ status: 0, signal: null });
  expect(errors).toBe("");
});

test.each([
  ["python3", "run.py"],
  ["node", "run.cjs"],
])("%s %s without a program is wrong usage", (command, runner) => {
  const file = command === "node" ? process.execPath : command;
  const path = join(root, "shared/course", runner);
  const { status, stderr } = spawnSync(file, [path], { encoding: "utf8" });
  expect(stderr).toMatch(/^usage: .*run\.(?:py|cjs) PROGRAM/);
  expect(status).toBe(2);
});

test.each(["python/none.py", "node/none.ts", "literal/none.ts"])(
  "a program that does not exist, %s, is named and fails",
  async (program) => {
    const { status, stderr } = await run(program);
    expect(stderr).toContain(program);
    expect(stderr).not.toMatch(/\n\s+at |Traceback/);
    expect(status).toBe(1);
  },
);

const ARGUMENTS = ["python/arguments.py", "literal/arguments.ts", "node/arguments.ts"];
const EMPTY = [
  ["--host", ""],
  ["--port", "0", "--path="],
];

describe.each(ARGUMENTS)("%s", (program) => {
  test.each(EMPTY.map((args) => [args]))("an empty address is wrong usage: %j", async (args) => {
    const { status, stdout, stderr } = await run(program, ...args);
    expect(stderr).toMatch(/^--(?:host|path) must not be empty\n$/);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test("what comes behind -- is the program's own", async () => {
    expect(await run(program, "--", "--host=")).toMatchObject({ status: 0, stderr: "" });
  });
});

test.each(["--port=", "--port=1e3"])(
  "a Node program is not started with %s, which Number would take",
  async (port) => {
    const { status, stdout, stderr } = await run("node/arguments.ts", port);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: "--port must be 0-65535\n",
    });
  },
);

const noFull = !existsSync("/dev/full");

if (noFull) console.warn("what happens on a full disk is not tested: there is no /dev/full");
test.skipIf(noFull).each(["node/counts-for-ever.ts", "node/forks.ts"])(
  "%s says in one line that its output takes no more",
  (program) => {
    const { file, args } = command(join(PROGRAMS, program));
    const shell = ["-c", '"$@" > /dev/full', "sh", file, ...args];
    const { stderr } = spawnSync("sh", shell, { encoding: "utf8", timeout: 20_000 });
    expect(stderr).toBe("write: ENOSPC no space left on device stdout\n");
  },
);
