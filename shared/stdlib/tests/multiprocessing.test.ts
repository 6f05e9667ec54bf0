/** Processes, in programs of their own. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { environment, fixture, runFixture } from "./fixture.ts";
import { onLinux } from "./on-linux.ts";
import { BARE, testWithPython } from "./python.ts";
import { BATCHES } from "./thoroughness.ts";

/** Processes take their time where others want the processor too. */
const PATIENCE = 300_000;

function run(name: string, args: readonly string[] = []) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [fixture(name), ...args], {
    env: environment(),
    encoding: "utf8",
    timeout: PATIENCE,
  });
  return { stdout, stderr, status };
}

describe("processes", () => {
  testWithPython(
    "have the names and exit codes that they have in CPython",
    { timeout: PATIENCE },
    () => {
      const twin = fileURLToPath(new URL("fixtures/processes/family.py", import.meta.url));
      const python = spawnSync("python3", [...BARE, twin], {
        encoding: "utf8",
        timeout: PATIENCE,
      });
      const here = run("processes/family");
      expect(here.stdout.split("\n")).toEqual(python.stdout.split("\n"));
      expect(here.status).toBe(python.status);
      const headings = (text: string) =>
        text.split("\n").filter((line) => line.startsWith("Process "));
      expect(headings(here.stderr)).toEqual(headings(python.stderr));
      expect(here.stderr).toMatch(
        /^Process Process-6:\nValueError: a fault in the child\n {4}at fails \(.*family\.ts:\d+:\d+\)$/m,
      );
      expect(here.stderr).toContain("daemonic processes are not allowed to have children");
    },
  );

  test("inherit connections and listening sockets by number", { timeout: PATIENCE }, () => {
    const { stdout, stderr } = run("processes/server");
    expect(stderr).toBe("");
    const [echoed, end, ...workers] = stdout.trim().split("\n");
    expect([echoed, end]).toEqual(["b'hello'", "b''"]);
    expect(workers.toSorted()).toEqual(["b'Process-2 false'", "b'Process-3 false'"]);
  });

  test("count together, and lose nothing with a lock", { timeout: PATIENCE }, () => {
    const { stdout, stderr } = run("processes/counter");
    expect(stderr).toBe("");
    const [locked, bare] = stdout.split("\n");
    expect(locked).toBe("True (1, 1)");
    // Without it they may lose some: nobody can promise how many.
    expect(bare).toMatch(/^(True|False) \(1, 1\)$/);
  });

  test("pass values on by queues and pipes", { timeout: PATIENCE }, () => {
    const { stdout, stderr } = run("processes/pool");
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toEqual([
      "True 100",
      "{",
      "  text: '你好',",
      "  bytes: <Buffer 62>,",
      "  list: [ 1, [ 2, null ] ],",
      "  when: 1970-01-01T00:00:00.000Z",
      "}",
      "1000000",
      "EOFError",
      "Full True",
      "send: EMSGSIZE message too long",
      "a socket, lock or value is shared by handing it over when a process starts",
      "",
    ]);
  });

  test("leave a lock to others when they are killed", { timeout: PATIENCE }, () => {
    expect(run("processes/killed-holder")).toEqual({
      stdout: "mine False False\nTrue False\n-9\n",
      stderr: "",
      status: 0,
    });
  });

  test("have threads, and are started by threads", { timeout: PATIENCE }, () => {
    expect(run("processes/mixed", ["x"])).toEqual({
      stdout: "Process-1 Thread-2 (says) ('x',)\n0\nProcess-2 MainThread ('x',)\n0\n",
      stderr: "",
      status: 0,
    });
  });

  test("tell the trace their names", { timeout: PATIENCE }, () => {
    const { stderr } = runFixture("processes/server", [], { env: { NETNOTES_TRACE: "1" } });
    expect(stderr).toMatch(/^posix_spawnp\('.*'\) = 0 pid \d+( <[\d.]+>)?$/m);
    expect(stderr).toMatch(/^\[Process-1\] recv\(\d+, 1024\) = 5 b'hello'/m);
    expect(stderr).toMatch(/^waitpid\(\d+, 0\) = \d+ exit 0/m);
  });
});

/** Whether a process is there. One that is over and has not been waited for does not count. */
function lives(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

describe("when the program ends", () => {
  test.each([
    ["main", 0, "main ends\nfinished\n"],
    ["exit", 3, "finished\n"],
    ["throw", 1, "finished\n"],
  ])(
    "its daemon is ended, and the other child waited for: %s",
    { timeout: PATIENCE },
    (how, status, said) => {
      const ended = run("processes/ending", [how]);
      expect(ended.status).toBe(status);
      const [pid, ...rest] = ended.stdout.split("\n");
      expect(rest.toSorted()).toEqual(said.split("\n").toSorted());
      expect(() => process.kill(Number(pid), 0)).toThrow("ESRCH");
      expect(ended.stderr).toMatch(how === "throw" ? /TypeError: a fault in main\n/ : /^$/);
      expect(ended.stderr.split("a fault in main").length).toBe(how === "throw" ? 2 : 1);
    },
  );

  onLinux("only its kernel kills a child with its parent")(
    "by kill -9, its daemon ends too",
    { timeout: PATIENCE },
    async () => {
      const parent = spawn(process.execPath, [fixture("processes/ending"), "killed"], {
        env: environment(),
        stdio: ["ignore", "pipe", "inherit"],
      });
      onTestFinished(() => void parent.kill("SIGKILL"));
      const [line] = (await once(createInterface(parent.stdout), "line")) as [string];
      onTestFinished(() => {
        if (lives(Number(line))) process.kill(Number(line), "SIGKILL");
      });
      const closed = once(parent, "close");
      parent.kill("SIGKILL");
      // The daemon has the pipe, too: it closes when the last of the two has ended.
      await closed;
      await expect.poll(() => lives(Number(line)), { timeout: 10_000 }).toBe(false);
    },
  );
});

describe("many processes", () => {
  onLinux("the figures are from /proc")(
    `${BATCHES * 10} of them leave nothing behind`,
    { timeout: PATIENCE },
    () => {
      const ended = run("processes/rounds", [String(BATCHES), "10"]);
      expect(ended.stderr).toBe("");
      const [before = [], after = []] = ended.stdout
        .trim()
        .split("\n")
        .map((line) => line.split(" ").map(Number));
      const [counted, descriptors, zombies, memory] = after.map((now, i) => now - (before[i] ?? 0));
      expect(counted, "processes that ran").toBe(BATCHES * 10);
      expect(descriptors, "descriptors").toBe(0);
      expect(zombies, "zombies").toBe(0);
      expect(memory, "kB of memory").toBeLessThan(40_000);
    },
  );
});
