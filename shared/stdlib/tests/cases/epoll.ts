/** epoll: what it tells, and what it refuses, in both languages. */
import { b } from "../../src/builtins.ts";
import * as select from "../../src/select.ts";
import * as socket from "../../src/socket.ts";
import type { Case } from "../python.ts";
import { bits, ends, events, paired, wrong, type Pair } from "./two-ends.ts";

const fresh =
  <T>(call: (e: select.Epoll) => T) =>
  (): T => {
    using e = select.epoll();
    return call(e);
  };
const afterClose =
  <T>(call: (e: select.Epoll) => T) =>
  (): T => {
    const e = select.epoll();
    e.close();
    return call(e);
  };
const closed = (call: string): string => `e = select.epoll(); e.close()\ne.${call}`;
/** Something done with an epoll object and two connected sockets. */
const both = <T>(steps: (e: select.Epoll, ...ends: Pair) => T): (() => T) =>
  paired((a, z) => fresh((e) => steps(e, a, z))());
const watched = (steps: string): string => ends(`e = select.epoll()\n${steps}`);

const onLinux: readonly Case[] = [
  ["select.epoll().poll(0) == []", fresh((e) => e.poll(0).length === 0)],
  ["select.epoll().poll(-0.0001) == []", fresh((e) => e.poll(-0.0001).length === 0)],
  [
    watched(`e.register(a); e.register(z, select.EPOLLIN)\n${bits("e.poll(0)")}`),
    both((e, a, z) => {
      e.register(a);
      e.register(z, select.EPOLLIN);
      return events(e.poll(0));
    }),
  ],
  [
    watched(`e.register(z); a.send(b'x')\n${bits("e.poll()")}`),
    both((e, a, z) => {
      e.register(z);
      a.send(b`x`);
      return events(e.poll());
    }),
  ],
  [
    watched(`e.register(z); a.send(b'x')\n${bits("e.poll(-1)")}`),
    both((e, a, z) => {
      e.register(z);
      a.send(b`x`);
      return events(e.poll(-1));
    }),
  ],
  [
    watched(`e.register(a); e.register(z)\n${bits("e.poll(0, 1)")}`),
    both((e, a, z) => {
      e.register(a);
      e.register(z);
      return events(e.poll(0, 1));
    }),
  ],
  [
    watched(`e.register(a); e.register(z)\n${bits("e.poll(0, 5000)")}`),
    both((e, a, z) => {
      e.register(a);
      e.register(z);
      return events(e.poll(0, 5000));
    }),
  ],
  [
    watched(`e.register(a, 0); e.modify(a, select.EPOLLOUT)\n${bits("e.poll(0)")}`),
    both((e, a) => {
      e.register(a, 0);
      e.modify(a, select.EPOLLOUT);
      return events(e.poll(0));
    }),
  ],
  [
    watched(`e.register(a); e.unregister(a)\n${bits("e.poll(0)")}`),
    both((e, a) => {
      e.register(a);
      e.unregister(a);
      return events(e.poll(0));
    }),
  ],
  [
    watched(`e.register(a); a.close()\n${bits("e.poll(0)")}`),
    both((e, a) => {
      e.register(a);
      a.close();
      return events(e.poll(0));
    }),
  ],
  [
    watched(
      `e.register(z, select.EPOLLIN | select.EPOLLRDHUP); a.shutdown(socket.SHUT_WR)\n${bits("e.poll(0)")}`,
    ),
    both((e, a, z) => {
      e.register(z, select.EPOLLIN | select.EPOLLRDHUP);
      a.shutdown(socket.SHUT_WR);
      return events(e.poll(0));
    }),
  ],
  [
    watched(`e.register(z, 0); a.close()\n${bits("e.poll(0)")}`),
    both((e, a, z) => {
      e.register(z, 0);
      a.close();
      return events(e.poll(0));
    }),
  ],
  [
    watched(
      `e.register(a, select.EPOLLOUT | select.EPOLLET)\n${bits("e.poll(0)")} + ${bits("e.poll(0)")}`,
    ),
    both((e, a) => {
      e.register(a, select.EPOLLOUT | select.EPOLLET);
      return [...events(e.poll(0)), ...events(e.poll(0))];
    }),
  ],
  [
    watched(
      `e.register(a, select.EPOLLOUT | select.EPOLLONESHOT)\n${bits("e.poll(0)")} + ${bits("e.poll(0)")}`,
    ),
    both((e, a) => {
      e.register(a, select.EPOLLOUT | select.EPOLLONESHOT);
      return [...events(e.poll(0)), ...events(e.poll(0))];
    }),
  ],
  [
    watched("e.register(a)\ne.register(a)"),
    both((e, a) => {
      e.register(a);
      e.register(a);
    }),
  ],
  [watched("e.modify(a, 1)"), both((e, a) => e.modify(a, 1))],
  [watched("e.unregister(a)"), both((e, a) => e.unregister(a))],
  [
    watched("n = a.fileno(); a.close()\ne.register(n)"),
    both((e, a) => {
      const n = a.fileno();
      a.close();
      e.register(n);
    }),
  ],
  [
    watched("n = a.fileno(); e.register(a); a.close()\ne.unregister(n)"),
    both((e, a) => {
      const n = a.fileno();
      e.register(a);
      a.close();
      e.unregister(n);
    }),
  ],
  [watched("e.register(a, 1 << 40)"), both((e, a) => e.register(a, 2 ** 40))],
  [watched("e.register(a, -1)"), both((e, a) => e.register(a, -1))],
  [
    watched("e.register(a, select.EPOLLIN | select.EPOLLEXCLUSIVE)\ne.modify(a, 1)"),
    both((e, a) => {
      e.register(a, select.EPOLLIN | select.EPOLLEXCLUSIVE);
      e.modify(a, 1);
    }),
  ],
  ["e = select.epoll()\ne.register(e)", fresh((e) => e.register(e))],
  ["e = select.epoll()\ne.register(-1)", fresh((e) => e.register(-1))],
  ["e = select.epoll()\ne.register('x')", fresh((e) => e.register(wrong("x")))],
  ["e = select.epoll()\ne.poll('1')", fresh((e) => e.poll(wrong("1")))],
  ["e = select.epoll()\ne.poll(float('nan'))", fresh((e) => e.poll(NaN))],
  ["e = select.epoll()\ne.poll(3e6)", fresh((e) => e.poll(3e6))],
  ["e = select.epoll()\ne.poll(1e10)", fresh((e) => e.poll(1e10))],
  ["e = select.epoll()\ne.poll(0, 0)", fresh((e) => e.poll(0, 0))],
  ["e = select.epoll()\ne.poll(0, -2)", fresh((e) => e.poll(0, -2))],
  ["e = select.epoll()\ne.poll(0, 1.5)", fresh((e) => e.poll(0, 1.5))],
  ["e = select.epoll()\ne.poll(0, 1 << 31)", fresh((e) => e.poll(0, 2 ** 31))],
  ["e = select.epoll()\ne.poll(0, 1 << 30)", fresh((e) => e.poll(0, 2 ** 30))],
  ["select.epoll(0)", () => select.epoll(0)],
  ["select.epoll(-2)", () => select.epoll(-2)],
  ["select.epoll(-1, 1)", () => select.epoll(-1, 1)],
  ["select.epoll(1.5)", () => select.epoll(1.5)],
  ["select.epoll(1 << 31)", () => select.epoll(2 ** 31)],
  ["select.epoll.fromfd('a')", () => select.epoll.fromfd(wrong("a"))],
  ["select.epoll.fromfd(987654).poll(0)", () => select.epoll.fromfd(987654).poll(0)],
  [closed("closed"), afterClose((e) => e.closed)],
  [closed("close()"), afterClose((e) => e.close())],
  [closed("fileno()"), afterClose((e) => e.fileno())],
  [closed("register(0)"), afterClose((e) => e.register(0))],
  [closed("register(-1)"), afterClose((e) => e.register(-1))],
  [closed("register(0, 'x')"), afterClose((e) => e.register(0, wrong("x")))],
  [closed("modify(0, 1)"), afterClose((e) => e.modify(0, 1))],
  [closed("unregister(0)"), afterClose((e) => e.unregister(0))],
  [closed("poll('x', 0)"), afterClose((e) => e.poll(wrong("x"), 0))],
  [closed("poll(0, 1.5)"), afterClose((e) => e.poll(0, 1.5))],
];

/** macOS has no epoll, in either language. */
export const cases: readonly Case[] = process.platform === "linux" ? onLinux : [];
