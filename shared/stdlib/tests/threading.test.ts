/** Threads, in programs of their own. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { environment, fixture, runFixture } from "./fixture.ts";
import { onLinux } from "./on-linux.ts";
import { BATCHES, BLOCKED, THOROUGH } from "./thoroughness.ts";

/** Threads take their time where others want the processor too. */
const PATIENCE = 300_000;

/** Runs a fixture to its end, in a shell that is told something before. */
function run(name: string, before = ":") {
  const { status, stdout, stderr } = spawnSync(
    "sh",
    ["-c", `${before}; exec "${process.execPath}" "${fixture(name)}"`],
    { env: environment(), encoding: "utf8", timeout: PATIENCE },
  );
  return { status, stdout, stderr };
}

describe("a thread", () => {
  test("gets what it is given, and shares sockets, locks, events and memory", () => {
    const { stdout, stderr, status } = runFixture("threads/conversation", ["a", "b"]);
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toEqual([
      "<Thread(Thread-1 (tcplink), initial)> False None",
      "Thread-1 (tcplink) False 127.0.0.1 你好 b'\\x00\\xff' MainThread",
      "False False ('a', 'b')",
      "True True 42 2",
      "b'Welcome!' None True",
      "b'exit'",
      "b'' <Thread(Thread-1 (tcplink), stopped 2)> 1",
      "True",
      "('0.0.0.0', 0)",
      "in Thread-3 (nested_in)",
      "joined Thread-3 (nested_in) 2",
      "True",
      "",
    ]);
    expect(status).toBe(0);
  });

  test("refuses what it could not find or would change", () => {
    const { stdout, stderr } = runFixture("threads/refused");
    expect(stderr).toBe("");
    const [hidden, mine, argument, symbol, ...rest] = stdout.split("\n");
    expect(hidden).toMatch(
      /^TypeError: hidden is not exported by the program.* "export function hidden"/,
    );
    expect(mine).toBe("TypeError: an object of class Mine cannot be handed over to a thread");
    expect(argument).toMatch(/^TypeError: hidden is not exported/);
    expect(symbol).toBe("TypeError: Symbol(s) cannot be handed over");
    expect(rest).toEqual(["True True 1", "1 False got", ""]);
  });

  test("counts with others under a lock and loses nothing", { timeout: PATIENCE }, () => {
    expect(runFixture("threads/lock-holders")).toEqual({
      status: 0,
      stdout: "200000\n",
      stderr: "",
    });
  });

  test("that waits for an event wakes, though it is unset again", { timeout: PATIENCE }, () => {
    expect(run("threads/set-and-clear")).toEqual({ status: 0, stdout: "3 False\n", stderr: "" });
  });

  test("finds nothing of the thread before it, which had ended all that it began", () => {
    expect(runFixture("threads/again")).toEqual({
      status: 0,
      stdout: [
        "Thread-1 (visit) 1 1",
        "Thread-2 (visit) 1 1",
        "lingered",
        "its process is gone",
        "Thread-5 (visit) 1 1",
        "",
      ].join("\n"),
      stderr: "",
    });
  });

  test("tells the trace its name", () => {
    const { stderr } = runFixture("threads/ending", ["waits"], { env: { NETNOTES_TRACE: "1" } });
    expect(stderr).toMatch(/^\[Thread-1 \(waits\)\] recv\(\d+, 10\) = 0 b''/m);
    expect(stderr).toMatch(/^socketpair\(/m);
  });
});

describe("with a thread blocked in recv", () => {
  test.each([
    ["daemon", 0, "main ends\n", ""],
    ["waits", 0, "main ends\nreceived 0\n", ""],
    ["exit", 3, "main ends\n", ""],
    ["refused", 1, "main ends\n", "connect: ECONNREFUSED connection refused 127.0.0.1:1"],
    ["throw", 1, "main ends\n", "TypeError: a fault in main"],
  ])("the program ends: %s", (how, status, stdout, stderr) => {
    const ended = runFixture("threads/ending", [how]);
    expect(ended).toMatchObject({ status, stdout });
    expect(ended.stderr.slice(0, stderr.length)).toBe(stderr);
    expect(ended.stderr === "").toBe(stderr === "");
  });

  test("Ctrl+C ends the program", async () => {
    const child = spawn(process.execPath, [fixture("threads/ending"), "blocked"], {
      env: environment(),
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    await once(createInterface(child.stdout), "line");
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([null, "SIGINT"]);
  });
});

describe("an error that nobody caught in a thread", () => {
  test("is written at once, and main goes on", { timeout: PATIENCE }, async () => {
    const server = spawn(process.execPath, [fixture("threads/server")], { env: environment() });
    onTestFinished(() => void server.kill("SIGKILL"));
    const said = createInterface(server.stdout)[Symbol.asyncIterator]();
    const complained = createInterface(server.stderr)[Symbol.asyncIterator]();
    const next = async (lines: AsyncIterator<string>) => (await lines.next()).value as string;
    const port = Number(await next(said));
    const client = async (word: Buffer | string) => {
      const connection = connect(port, "127.0.0.1");
      onTestFinished(() => void connection.destroy());
      connection.on("error", () => {});
      await once(connection, "connect");
      connection.write(word);
      expect(await next(said)).toBe("accepted True");
      return connection;
    };
    await client("bug");
    expect(await next(complained)).toBe("Exception in thread Thread-1 (tcplink):");
    expect(await next(complained)).toBe("TypeError: a fault in the thread");
    expect(await next(complained)).toMatch(
      /^ {4}at tcplink \(.*fixtures\/threads\/server\.ts:9:\d+\)$/,
    );
    await client(Buffer.from([0xe4]));
    let line: string;
    do line = await next(complained);
    while (line.startsWith("    at "));
    expect(line).toBe("Exception in thread Thread-2 (tcplink):");
    expect(await next(complained)).toBe(
      "'utf-8' codec can't decode byte 0xe4 in position 0: unexpected end of data",
    );
    await client("leave");
    const peer = connect(port, "127.0.0.1");
    await once(peer, "connect");
    expect(await next(said)).toBe("accepted True");
    peer.resetAndDestroy();
    expect(await next(complained)).toBe("Exception in thread Thread-4 (tcplink):");
    expect(await next(complained)).toMatch(/^recv: ECONNRESET connection reset by peer/);
    const last = await client("hello");
    const [echo] = (await once(last, "data")) as [Buffer];
    expect(echo.toString()).toBe("hello");
  });
});

describe("many threads", () => {
  onLinux("the figures are from /proc")(
    `${BATCHES * 10} of them leave nothing behind`,
    { timeout: PATIENCE },
    () => {
      const ended = spawnSync(
        process.execPath,
        [fixture("threads/rounds"), String(BATCHES), "10"],
        {
          env: environment(),
          encoding: "utf8",
          timeout: PATIENCE,
        },
      );
      expect(ended.stderr).toBe("");
      const [before = [], after = []] = ended.stdout
        .trim()
        .split("\n")
        .map((line) => line.split(" ").map(Number));
      const [descriptors, threads, memory, active] = after.map((now, i) => now - (before[i] ?? 0));
      expect(descriptors, "descriptors").toBe(0);
      expect(threads, "threads").toBeLessThanOrEqual(0);
      expect(active, "active_count").toBe(0);
      expect(memory, "kB of memory").toBeLessThan(60_000);
    },
  );

  test(
    "those that cannot be started say so, and nobody waits for them",
    { timeout: PATIENCE },
    () => {
      const run = `ulimit -n 60; exec "${process.execPath}" "${fixture("threads/limit")}"`;
      const ended = spawnSync("sh", ["-c", run], {
        env: environment(),
        encoding: "utf8",
        timeout: PATIENCE,
      });
      expect([ended.stdout, ended.status]).toEqual(["all are over 1\n", 0]);
      expect(ended.stderr).toContain("\nRuntimeError: can't start new thread (");
    },
  );

  if (!THOROUGH) console.log("a first thread without descriptors is left out: it waits for 10 s");
  test.runIf(THOROUGH)(
    "the first one, too, and it can be started later",
    { timeout: PATIENCE },
    () => {
      expect(run("threads/first-refused", "ulimit -n 70")).toEqual({
        status: 0,
        stdout: "can't start new thread False 1\nruns\nruns\nall are over 1\n",
        stderr: "",
      });
    },
  );

  test(`${BLOCKED} block at the same time, with 1,024 descriptors`, { timeout: PATIENCE }, () => {
    const run = `ulimit -n 1024; exec "${process.execPath}" "${fixture("threads/blocked")}" ${BLOCKED}`;
    const ended = spawnSync("sh", ["-c", run], {
      env: environment(),
      encoding: "utf8",
      timeout: PATIENCE,
    });
    expect([ended.stdout, ended.stderr, ended.status]).toEqual([
      `${BLOCKED + 1} ${BLOCKED}\n`,
      "",
      0,
    ]);
  });
});
