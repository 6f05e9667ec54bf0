/** Waits as others see them: interrupted by signals, and in a trace. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { environment, fixture, runFixture } from "./fixture.ts";
import { onLinux } from "./on-linux.ts";

test("signals cut no wait short, and make none longer for ever", async () => {
  const child = spawn(process.execPath, [fixture("interrupted-waits")], {
    env: environment({ NETNOTES_TRACE: "1" }),
  });
  let pokes: NodeJS.Timeout | undefined;
  onTestFinished(() => {
    clearInterval(pokes);
    child.kill("SIGKILL");
  });
  const trace = text(child.stderr);
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    pokes ??= setInterval(() => void child.kill("SIGUSR2"), 10);
  }
  const linux = process.platform === "linux";
  expect(said).toEqual([
    "ready",
    "select 0 True",
    "poll 0 True",
    ...(linux ? ["epoll 0 True"] : []),
  ]);
  const interrupted = [...(await trace).matchAll(/^(\w+)\(.* = -1 EINTR/gm)].map(
    ([, call]) => call,
  );
  expect(new Set(interrupted)).toEqual(
    new Set(["select", "poll", ...(linux ? ["epoll_wait"] : [])]),
  );
});

onLinux("the trace has epoll in it")("a trace names descriptors and events", () => {
  const { stderr } = runFixture("watching", [], { env: { NETNOTES_TRACE: "1" } });
  const [, a = "", z = ""] = /socketpair\(.*\) = 0 \((\d+), (\d+)\)/.exec(stderr) ?? [];
  const e = /epoll_create1\(EPOLL_CLOEXEC\) = (\d+)/.exec(stderr)?.[1] ?? "";
  const names = new Map([
    [a, "A"],
    [z, "Z"],
    [e, "E"],
  ]);
  const readable = stderr.split("\n").map((line) =>
    line
      .replace(/ <\d+\.\d{3}>$/, "")
      .replace(`select(${Number(z) + 1},`, "select(END,")
      .replace(/(?<=[([ ])\d+(?=[\], )])|(?<== )\d+$/g, (number) => names.get(number) ?? number),
  );
  expect(readable).toEqual([
    "socketpair(AF_UNIX, SOCK_STREAM, 0) = 0 (A, Z)",
    "select(END, [A, Z], [], [], 0.099 …",
    "select(END, [A, Z], [], [], 0.099) = 0 [] [] []",
    "send(A, b'x') = 1",
    "select(END, [A, Z], [A], [], 0.500) = 2 [Z] [A] []",
    "select(END, [Z], [], [], None) = 1 [Z] [] []",
    "poll([A POLLIN, Z POLLIN|POLLPRI], 99) = 1 [Z POLLIN]",
    "epoll_create1(EPOLL_CLOEXEC) = E",
    "epoll_ctl(E, EPOLL_CTL_ADD, Z, EPOLLIN|EPOLLET) = 0",
    "epoll_wait(E) = 1 [(Z, EPOLLIN)]",
    "epoll_wait(E, 99 …",
    "epoll_wait(E, 99) = 0",
    "epoll_ctl(E, EPOLL_CTL_MOD, Z, EPOLLOUT|EPOLLONESHOT) = 0",
    "epoll_wait(E, 0) = 1 [(Z, EPOLLOUT)]",
    "epoll_ctl(E, EPOLL_CTL_DEL, Z) = 0",
    "epoll_ctl(E, EPOLL_CTL_DEL, Z) = -1 ENOENT (no such file or directory)",
    "close(E) = 0",
    "",
  ]);
});
