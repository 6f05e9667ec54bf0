/** epoll: the kernel keeps the descriptors. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, onTestFinished } from "vitest";
import { b, FileExistsError, FileNotFoundError, ValueError } from "../src/builtins.ts";
import { isInheritable } from "../src/libc/flags.ts";
import * as select from "../src/select.ts";
import { caught } from "./caught.ts";
import { highDescriptor } from "./high-descriptor.ts";
import { onLinux } from "./on-linux.ts";
import { pair } from "./pairs.ts";

const { EPOLLET, EPOLLHUP, EPOLLIN, EPOLLONESHOT, EPOLLOUT, EPOLLRDHUP } = select;
const test = onLinux("epoll is Linux's");

function epoll(): select.Epoll {
  const made = select.epoll();
  onTestFinished(() => made.close());
  return made;
}

test("level-triggered, it tells as long as something is there", () => {
  const [a, z] = pair();
  const poller = epoll();
  poller.register(z, EPOLLIN);
  expect(poller.poll(0)).toEqual([]);
  a.send(b`xy`);
  const ready = [[z.fileno(), EPOLLIN]];
  expect(poller.poll(10)).toEqual(ready);
  expect(poller.poll(0)).toEqual(ready);
  z.recv(1);
  expect(poller.poll(0)).toEqual(ready);
  z.recv(1);
  expect(poller.poll(0)).toEqual([]);
});

test("edge-triggered, it tells once for each arrival", () => {
  const [a, z] = pair();
  const poller = epoll();
  poller.register(z, EPOLLIN | EPOLLET);
  a.send(b`xy`);
  const ready = [[z.fileno(), EPOLLIN]];
  expect(poller.poll(10)).toEqual(ready);
  expect(poller.poll(0)).toEqual([]);
  z.recv(1);
  expect(poller.poll(0)).toEqual([]);
  a.send(b`z`);
  expect(poller.poll(10)).toEqual(ready);
  expect(poller.poll(0)).toEqual([]);
  poller.modify(z, EPOLLIN | EPOLLET);
  expect(poller.poll(0)).toEqual(ready);
});

test("once only, until it is armed anew", () => {
  const [a, z] = pair();
  const poller = epoll();
  poller.register(z, EPOLLIN | EPOLLONESHOT);
  a.send(b`x`);
  expect(poller.poll(10)).toEqual([[z.fileno(), EPOLLIN]]);
  a.send(b`y`);
  expect(poller.poll(0)).toEqual([]);
  poller.modify(z, EPOLLIN | EPOLLONESHOT);
  expect(poller.poll(0)).toEqual([[z.fileno(), EPOLLIN]]);
});

test("a half-close and a close", () => {
  const [a, z] = pair();
  const poller = epoll();
  poller.register(z, EPOLLIN | EPOLLRDHUP);
  a.shutdown(1);
  expect(poller.poll(10)).toEqual([[z.fileno(), EPOLLIN | EPOLLRDHUP]]);
  a.close();
  expect(poller.poll(10)).toEqual([[z.fileno(), EPOLLIN | EPOLLRDHUP | EPOLLHUP]]);
  const fd = z.fileno();
  z.close();
  expect(poller.poll(0)).toEqual([]);
  expect(() => poller.unregister(fd)).toThrow("epoll_ctl: EBADF bad file descriptor");
});

test("what is watched twice, or not at all, is refused", () => {
  const [a, z] = pair();
  const poller = epoll();
  poller.register(a);
  expect(caught(FileExistsError, () => poller.register(a)).syscall).toBe("epoll_ctl");
  expect(caught(FileNotFoundError, () => poller.modify(z, EPOLLIN)).code).toBe("ENOENT");
  expect(caught(FileNotFoundError, () => poller.unregister(z)).code).toBe("ENOENT");
  poller.unregister(a);
  poller.register(a);
});

test("finds all of 1,500 descriptors' events, some at a time", () => {
  if (highDescriptor() === undefined) return;
  const poller = epoll();
  const expected = new Set<number>();
  for (let i = 0; i < 750; i++) {
    for (const s of pair()) {
      poller.register(s, EPOLLOUT);
      expected.add(s.fileno());
    }
  }
  expect(poller.poll(0).length).toBe(1023);
  const seen = poller.poll(0, 5000);
  expect(seen.length).toBe(1500);
  expect(new Set(seen.map(([fd]) => fd))).toEqual(expected);
  const turns = new Set([...poller.poll(0, 800), ...poller.poll(0, 800)].map(([fd]) => fd));
  expect(turns).toEqual(expected);
});

test("waits seconds, rounded up to a millisecond", () => {
  const start = performance.now();
  expect(epoll().poll(0.0305)).toEqual([]);
  expect(performance.now() - start).toBeGreaterThanOrEqual(30.5);
});

test("is a descriptor itself: it can be watched, is not inherited, and closes once", () => {
  const [a, z] = pair();
  const poller = epoll();
  poller.register(z, EPOLLIN);
  expect(isInheritable(poller.fileno())).toBe(false);
  const { status } = spawnSync("sh", ["-c", `[ -e /dev/fd/${poller.fileno()} ]`]);
  expect(status).toBe(1);
  expect(select.select([poller], [], [], 0)[0]).toEqual([]);
  a.send(b`x`);
  expect(select.select([poller], [], [], 10)[0]).toEqual([poller]);
  const fd = poller.fileno();
  poller.close();
  const [next] = pair();
  expect(next.fileno()).toBe(fd);
  poller.close();
  expect(next.getsockname()).toBe("");
  expect(poller.closed).toBe(true);
  expect(caught(ValueError, () => poller.poll()).message).toBe(
    "I/O operation on closed epoll object",
  );
});

test("fromfd takes a descriptor over", () => {
  const [a] = pair();
  const first = select.epoll();
  first.register(a, EPOLLOUT);
  const second = select.epoll.fromfd(first.fileno());
  expect(second.poll(0)).toEqual([[a.fileno(), EPOLLOUT]]);
  second.close();
  expect(() => first.poll(0)).toThrow("EBADF");
});

test("300 rounds leave as many descriptors open as before", () => {
  const open = (): number => readdirSync("/dev/fd").length;
  const [a] = pair();
  const round = (): void => {
    using poller = select.epoll();
    poller.register(a);
    caught(FileExistsError, () => poller.register(a));
    caught(ValueError, () => select.epoll(0));
    poller.poll(0);
    const poll = select.poll();
    poll.register(a);
    poll.poll(0);
    select.select([a, poller], [a], [], 0);
  };
  round();
  const before = open();
  for (let i = 0; i < 300; i++) round();
  expect(open()).toBe(before);
});
