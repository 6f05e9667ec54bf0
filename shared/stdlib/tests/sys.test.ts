/** The standard streams, in programs of their own. */
import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { environment, fixture, runFixture } from "./fixture.ts";
import { testWithPython } from "./python.ts";

/** To read so much with work that grows with its square would take minutes, and no fixture is given them. */
const MUCH = 32 * 1024 * 1024;

function said(way: string, input: string): string[] {
  const { status, stdout, stderr } = runFixture("standard-streams", [way], { input });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.split("\n").slice(0, -1);
}

describe("stdin", () => {
  test("hides from select the lines that came together with the first; input finds them", () => {
    const rest = "x".repeat(8192);
    expect(said("buffered", `one\ntwo\nthree\n${rest}`)).toEqual([
      "'one\\n' True",
      "'two\\n' True",
      "'three' True",
    ]);
  });

  test("without its buffer hides nothing: select tells of every line, and of the end", () => {
    expect(said("raw", "one\r\ntwo\n\nhalf")).toEqual([
      "b'one\\r\\n'",
      "b'two\\n'",
      "b'\\n'",
      "b'half'",
      "b''",
    ]);
  });

  test("without its buffer gives what it is asked for", () => {
    expect(said("pieces", "abcdef")).toEqual(["b'abc' b'' b'def' b''"]);
  });

  test("can be gone through line by line, and read whole", () => {
    expect(said("lines", "你好\n\nx")).toEqual(["'你好\\n'", "'\\n'", "'x'"]);
    const long = "é".repeat(10_000);
    expect(said("everything", `a\n${long}\nb`)).toEqual([`'a\\n' '${long}\\nb' ''`]);
  });

  testWithPython("keeps the returns that Python keeps", () => {
    const returns = "a\r\nb\rc\n\rd\r\r\ne\r\nf\r";
    const program =
      "import sys; print(repr(input()), repr(sys.stdin.readline()), repr(sys.stdin.read()))";
    const there = spawnSync("python3", ["-S", "-c", program], { input: returns, encoding: "utf8" });
    expect(said("returns", returns)).toEqual([there.stdout.trimEnd()]);
  });

  test("takes a time that grows with what is read, not with its square", () => {
    expect(said("lengths", `${"x".repeat(MUCH)}\n${"y".repeat(MUCH)}`)).toEqual([
      `${MUCH + 1} ${MUCH}`,
    ]);
  });
});

test("stdout, stderr and argv are those of the program", () => {
  expect(runFixture("standard-streams", ["streams", "--port", "0"])).toEqual({
    status: 0,
    stdout: "0 1 2\n中\n2 10\nFalse False\n('streams', '--port', '0')\n",
    stderr: "to stderr\n",
  });
});

test("argv is the program's in its threads and processes too", () => {
  const seen = "('--port', '0')\n";
  expect(runFixture("arguments-everywhere", ["--port", "0"])).toEqual({
    status: 0,
    stdout: seen.repeat(3),
    stderr: "",
  });
});

testWithPython("a terminal is known as one", () => {
  const spawnInTerminal = "import pty, sys; pty.spawn(sys.argv[1:])";
  const program = [process.execPath, fixture("standard-streams"), "streams"];
  const { stdout } = spawnSync("python3", ["-S", "-c", spawnInTerminal, ...program], {
    input: "",
    env: environment(),
    encoding: "utf8",
    timeout: 20_000,
  });
  expect(stdout).toContain("True True");
});
