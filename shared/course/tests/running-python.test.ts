import { describe, expect, test } from "vitest";
import { PROGRAMS, run } from "./running.ts";

describe("a system error is one line", () => {
  test.each([
    [
      "a port that is taken",
      "bind-twice",
      /^bind: EADDRINUSE address already in use 127\.0\.0\.1:\d+ \(.*--port 0.*\)\n$/,
    ],
    [
      "the same through create_server",
      "create-twice",
      /^bind: EADDRINUSE address already in use 127\.0\.0\.1:\d+ \(.*--port 0.*\)\n$/,
    ],
    [
      "nobody listens",
      "echo-client",
      /^connect: ECONNREFUSED connection refused 127\.0\.0\.1:\d+ \(.*start pnpm chapter runner server --python first\)\n$/,
    ],
    [
      "an IPv6 address is in brackets",
      "connect-ipv6",
      /^connect: ECONNREFUSED connection refused \[::1\]:\d+ \(.*start its server first\)\n$/,
    ],
    [
      "a name of nobody",
      "unknown-host",
      /^getaddrinfo: EAI_NONAME name or service not known nowhere \(.*\)\n$/,
    ],
    [
      "nobody receives datagrams",
      "refused-datagram",
      /^recv: ECONNREFUSED connection refused 127\.0\.0\.1:\d+ \(.*start its server first\)\n$/,
    ],
    ["a Unix path of too many bytes", "long-path", /^bind: AF_UNIX path too long \/nowhere\/x+\n$/],
    [
      "a Unix path in a folder that is missing",
      "missing-folder",
      /^bind: ENOENT no such file or directory \/nowhere\/at\/all \(its folder .*--path\)\n$/,
    ],
    [
      "no descriptor is left, not even for the advice",
      "no-descriptors",
      /^accept: EMFILE too many open files\n$/,
    ],
    ["the peer is gone", "peer-gone", /^send: EPIPE broken pipe \(the other side is gone\)\n$/],
    [
      "no such file",
      "missing-file",
      /^open: ENOENT no such file or directory \/nowhere\/at\/all\n$/,
    ],
    [
      "no such folder to make one in",
      "missing-parent",
      /^mkdir: ENOENT no such file or directory \/nowhere\/at\/all\n$/,
    ],
  ])("%s", async (_, program, line) => {
    const { status, stdout, stderr } = await run(`python/${program}.py`);
    expect(stderr).toMatch(line);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });
});

test("a thread tells of a system error in one line under its name, of a bug with its traceback", async () => {
  const { status, stdout, stderr } = await run("python/threads-fail.py");
  const [heading, line, second, ...traceback] = stderr.split("\n");
  expect(heading).toBe("Exception in thread Thread-1 (gone):");
  expect(line).toBe("send: EPIPE broken pipe (the other side is gone)");
  expect(second).toBe("Exception in thread Thread-2 (mistake):");
  expect(traceback.join("\n")).toMatch(/^Traceback [\s\S]*ValueError: a bug\n$/);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});

test("so does a process, whose exit status is 1", async () => {
  const { status, stdout, stderr } = await run("python/processes-fail.py");
  const [heading, line, second, ...traceback] = stderr.split("\n");
  expect(heading).toBe("Process ForkProcess-1:");
  expect(line).toBe("send: EPIPE broken pipe (the other side is gone)");
  expect(second).toBe("Process ForkProcess-2:");
  expect(traceback.join("\n")).toMatch(/^Traceback [\s\S]*ValueError: a bug\n$/);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "1\n1\n" });
});

test("a program sees itself and its arguments, not the runner", async () => {
  const { status, stdout } = await run("python/arguments.py", "--port", "0", "你好");
  expect(stdout).toBe(`__main__ ${PROGRAMS}/python/arguments.py ['--port', '0', '你好']\n`);
  expect(status).toBe(0);
});

test("socket calls take their keyword arguments", async () => {
  expect(await run("python/read-by-keyword.py")).toMatchObject({ status: 0, stdout: "2 b'he'\n" });
});

test("a port out of range is wrong usage", async () => {
  const ended = await run("python/bad-port.py");
  expect(ended).toMatchObject({ status: 2, stderr: "--port must be 0-65535\n" });
});

test("argparse's own exit status stays", async () => {
  const { status, stderr } = await run("python/takes-no-option.py", "--loud");
  expect(stderr).toMatch(/unrecognized arguments: --loud\n$/);
  expect(status).toBe(2);
});

test("the program's own exit status stays", async () => {
  expect(await run("python/ends-with-3.py")).toMatchObject({ status: 3, stderr: "" });
});

test("bytes that are no text, and the end of the input, are one line", async () => {
  const undecodable = await run("python/undecodable.py");
  expect(undecodable.stderr).toMatch(/^'utf-8' codec can't decode byte 0xff in position 0.*\n$/);
  expect(undecodable.status).toBe(1);
  const asks = await run("python/asks.py");
  expect(asks).toMatchObject({ status: 1, stdout: "a word, please: " });
  expect(asks.stderr).toBe("EOF when reading a line\n");
});

test.each([
  ["bug", /^Traceback [\s\S]*bug\.py", line 2, in mistake[\s\S]*ValueError: a bug\n$/],
  ["too-large", /^Traceback [\s\S]*too-large\.py", line 3[\s\S]*OverflowError: /],
])("a bug keeps its traceback: %s", async (program, traceback) => {
  const { status, stderr } = await run(`python/${program}.py`);
  expect(stderr).toMatch(traceback);
  expect(status).toBe(1);
});
