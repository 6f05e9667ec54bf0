/** print, input and run, in programs of their own. */
import { describe, expect, test } from "vitest";
import { runDeserted, runFixture } from "./fixture.ts";

describe("input", () => {
  const lines = (input: string | Buffer) => runFixture("echo-input", [], { input });

  test("gives line after line, also when several came at once", () => {
    expect(lines("alice\n\nbob\n你好")).toEqual({
      status: 1,
      stdout: "> 'alice'\n> ''\n> 'bob'\n> '你好'\n> ",
      stderr: "EOF when reading a line\n",
    });
  });

  test("takes a line of any length, with a character across the reads", () => {
    const long = "é".repeat(10_000);
    expect(lines(`x${long}\nnext\n`).stdout).toBe(`> 'x${long}'\n> 'next'\n> `);
  });

  test("is strict about UTF-8", () => {
    expect(lines(Buffer.from([0x61, 0xe4, 0x0a]))).toMatchObject({
      status: 1,
      stderr: "'utf-8' codec can't decode byte 0xe4 in position 1: unexpected end of data\n",
    });
  });
});

describe("print", () => {
  test("loses nothing in a pipe that is full and does not block", () => {
    const { status, stdout } = runFixture("flood");
    expect([status, stdout.length]).toEqual([0, 1024 * 1024]);
    expect(stdout.endsWith(".1023\n")).toBe(true);
  });

  test("ends the program quietly when nobody reads any more", async () => {
    expect(await runDeserted("for-ever")).toEqual({ stderr: "", status: 0 });
  });
});

describe("run", () => {
  test("runs the program", () => {
    const { status, stdout, stderr } = runFixture("fail");
    expect([status, stdout, stderr]).toEqual([0, "began\nended\n", "to stderr\n"]);
  });

  test("ends with one line for what a user can cause", () => {
    expect(runFixture("fail", ["refused"])).toEqual({
      status: 1,
      stdout: "began\n",
      stderr:
        "to stderr\nconnect: ECONNREFUSED connection refused 127.0.0.1:1 " +
        "(nothing is listening there: start its server first)\n",
    });
    expect(runFixture("fail", ["port"])).toMatchObject({
      status: 2,
      stderr: "to stderr\n--port must be 0-65535\n",
    });
  });

  test("keeps the stack trace of a fault", () => {
    const { status, stderr } = runFixture("fail", ["fault"]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/TypeError: a fault in the program\n\s+at main /);
  });

  test("does nothing in a worker, nor in a child process of ours", () => {
    expect(runFixture("in-worker").stdout).toBe("main\nloaded in a worker\n");
    expect(runFixture("fail", [], { env: { NETNOTES_CHILD: "Process-1" } }).stdout).toBe("");
  });
});
