/** What NETNOTES_TRACE=1 shows. */
import { spawn } from "node:child_process";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { line } from "../src/trace/line.ts";
import { environment, fixture, runFixture } from "./fixture.ts";

/**
 * The lines of a trace, made comparable: descriptors by the order in which they were made, ports and times
 * taken out (a wait is shorter by what has passed since its deadline was set). On a busy machine loopback
 * may let a call wait that usually need not: those lines go, too.
 */
function readable(stderr: string): string[] {
  const names = new Map<string, string>();
  const lines = stderr
    .split("\n")
    .filter((text) => !/^(accept|recv|recvfrom|send|sendto)\(.* …$/.test(text));
  return lines.map((text) => {
    const made = /^(?:socket|accept)\(.* = (\d+)/.exec(text)?.[1];
    if (made !== undefined && !names.has(made)) names.set(made, `fd${names.size}`);
    return text
      .replace(/ <\d+\.\d{3}>$/, "")
      .replace(/(?<=POLLIN\], )\d+/, "MS")
      .replace(/(?<=\(|= |\[)(\d+)(?=[,) ]|$)/g, (fd) => names.get(fd) ?? fd)
      .replace(/'127.0.0.1', [1-9]\d*/g, "'127.0.0.1', PORT");
  });
}

describe("a trace", () => {
  test("has a line for each call, and one more for each that waits", () => {
    const { stdout, stderr } = runFixture("conversation", [], { env: { NETNOTES_TRACE: "1" } });
    expect(stdout).toBe("busy\nnobody\nEAI_BADFLAGS\n");
    expect(readable(stderr)).toEqual([
      "socket(AF_INET, SOCK_STREAM, 0) = fd0",
      "setsockopt(fd0, SOL_SOCKET, SO_REUSEADDR, 1) = 0",
      "bind(fd0, ('127.0.0.1', 0)) = 0",
      "listen(fd0, 5) = 0",
      "socket(AF_INET, SOCK_STREAM, 0) = fd1",
      "getsockname(fd0) = 0 ('127.0.0.1', PORT)",
      "connect(fd1, ('127.0.0.1', PORT)) = 0",
      "accept(fd0) = fd2 ('127.0.0.1', PORT)",
      "send(fd2, b'Welcome!\\r\\n') = 10",
      "recv(fd1, 1024) = 10 b'Welcome!\\r\\n'",
      `send(fd1, b'${"x".repeat(32)}'…) = 40`,
      `recv(fd2, 1024, MSG_PEEK) = 40 b'${"x".repeat(32)}'…`,
      "shutdown(fd1, SHUT_WR) = 0",
      "socket(AF_INET, SOCK_STREAM, 0) = fd3",
      "getsockname(fd0) = 0 ('127.0.0.1', PORT)",
      "bind(fd3, ('127.0.0.1', PORT)) = -1 EADDRINUSE (address already in use)",
      "ioctl(fd2, FIONBIO, 1) = 0",
      "ioctl(fd0, FIONBIO, 1) = 0",
      "poll([fd0 POLLIN], MS …",
      "poll([fd0 POLLIN], MS) = 0",
      "socket(AF_INET, SOCK_DGRAM, 0) = fd4",
      "bind(fd4, ('127.0.0.1', 0)) = 0",
      "getsockname(fd4) = 0 ('127.0.0.1', PORT)",
      "sendto(fd4, b'Michael', ('127.0.0.1', PORT)) = 7",
      "recvfrom(fd4, 1024) = 7 b'Michael' ('127.0.0.1', PORT)",
      "nanosleep(0.02 …",
      "nanosleep(0.02) = 0",
      expect.stringMatching(/^getaddrinfo\('127.0.0.1', None\) = -?\d+ EAI_BADFLAGS$/),
      "close(fd2) = 0",
      "",
    ]);
    for (const call of ["poll", "nanosleep"]) {
      const seconds = new RegExp(`^${call}.* = 0 <(\\d+\\.\\d{3})>$`, "m").exec(stderr)?.[1];
      expect(Number(seconds), call).toBeGreaterThanOrEqual(0.01);
    }
  });

  test("shows that a program waits while it waits", async () => {
    const child = spawn(process.execPath, [fixture("blocked")], {
      env: environment({ NETNOTES_TRACE: "1" }),
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const seen: string[] = [];
    const trace = createInterface(child.stderr);
    const until = (ending: RegExp): Promise<void> =>
      new Promise((resolve) => {
        const look = (text: string): void => {
          seen.push(text);
          if (!ending.test(text)) return;
          trace.off("line", look);
          resolve();
        };
        trace.on("line", look);
      });
    await until(/^accept\(\d+ …$/);
    const port = Number(/getsockname\(\d+\) = 0 \('127.0.0.1', (\d+)\)/.exec(seen.join("\n"))?.[1]);
    const client = connect(port, "127.0.0.1");
    onTestFinished(() => void client.destroy());
    await until(/^accept\(\d+\) = \d+ \('127.0.0.1', \d+\)/);
    const received = until(/^recv\(\d+, 1024\) = 5 b'hello'/);
    client.write("hello");
    await received;
  });

  test("is off unless asked for", () => {
    expect(runFixture("conversation").stderr).toBe("");
  });

  test("a line names the thread and the time it was blocked", () => {
    const record = { call: "accept", args: ["3"], result: 4, brought: "", error: undefined };
    expect(line({ ...record, start: 1000, end: 2204, thread: "thread 1" })).toBe(
      "[thread 1] accept(3) = 4 <1.204>\n",
    );
    expect(line({ ...record, start: 1000, end: 1000.5, thread: "" })).toBe("accept(3) = 4\n");
  });
});
