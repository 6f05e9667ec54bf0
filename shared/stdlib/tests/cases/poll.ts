/** poll: what it tells, and what it refuses, in both languages. */
import { b } from "../../src/builtins.ts";
import * as select from "../../src/select.ts";
import * as socket from "../../src/socket.ts";
import type { Case } from "../python.ts";
import { bits, ends, events, paired, wrong } from "./two-ends.ts";

export const cases: readonly Case[] = [
  ["select.poll().poll(0) == []", () => select.poll().poll(0).length === 0],
  ["select.poll().poll(0.5) == []", () => select.poll().poll(0.5).length === 0],
  [
    ends(`p = select.poll(); p.register(a); p.register(z, select.POLLIN)\n${bits("p.poll(0)")}`),
    paired((a, z) => {
      const p = select.poll();
      p.register(a);
      p.register(z, select.POLLIN);
      return events(p.poll(0));
    }),
  ],
  [
    ends(`p = select.poll(); p.register(z); a.send(b'x')\n${bits("p.poll()")}`),
    paired((a, z) => {
      const p = select.poll();
      p.register(z);
      a.send(b`x`);
      return events(p.poll());
    }),
  ],
  [
    ends(`p = select.poll(); p.register(z); a.send(b'x')\n${bits("p.poll(-1)")}`),
    paired((a, z) => {
      const p = select.poll();
      p.register(z);
      a.send(b`x`);
      return events(p.poll(-1));
    }),
  ],
  [
    ends(
      `p = select.poll(); p.register(a, select.POLLOUT); p.register(a, 0)\n${bits("p.poll(0)")}`,
    ),
    paired((a) => {
      const p = select.poll();
      p.register(a, select.POLLOUT);
      p.register(a, 0);
      return events(p.poll(0));
    }),
  ],
  [
    ends(`p = select.poll(); p.register(a, 0); p.modify(a, select.POLLOUT)\n${bits("p.poll(0)")}`),
    paired((a) => {
      const p = select.poll();
      p.register(a, 0);
      p.modify(a, select.POLLOUT);
      return events(p.poll(0));
    }),
  ],
  [
    ends(`p = select.poll(); p.register(a); p.unregister(a)\n${bits("p.poll(0)")}`),
    paired((a) => {
      const p = select.poll();
      p.register(a);
      p.unregister(a);
      return events(p.poll(0));
    }),
  ],
  [
    ends(
      `p = select.poll(); p.register(z); p.register(a); p.register(z, select.POLLOUT)\ntuple(fd == z.fileno() for fd, _ in p.poll(0))`,
    ),
    paired((a, z) => {
      const p = select.poll();
      p.register(z);
      p.register(a);
      p.register(z, select.POLLOUT);
      return p.poll(0).map(([fd]) => fd === z.fileno());
    }),
  ],
  [
    ends(
      `p = select.poll(); p.register(z, 65535); a.shutdown(socket.SHUT_WR)\n${bits("p.poll(0)")}`,
    ),
    paired((a, z) => {
      const p = select.poll();
      p.register(z, 65535);
      a.shutdown(socket.SHUT_WR);
      return events(p.poll(0));
    }),
  ],
  [
    ends(`p = select.poll(); p.register(z, 0); a.close()\n${bits("p.poll(0)")}`),
    paired((a, z) => {
      const p = select.poll();
      p.register(z, 0);
      a.close();
      return events(p.poll(0));
    }),
  ],
  [
    ends(`p = select.poll(); p.register(a, 0); a.close()\n${bits("p.poll(0)")}`),
    paired((a) => {
      const p = select.poll();
      p.register(a, 0);
      a.close();
      return events(p.poll(0));
    }),
  ],
  [
    ends("p = select.poll(); p.register(a); a.close()\np.unregister(a)"),
    paired((a) => {
      const p = select.poll();
      p.register(a);
      a.close();
      return p.unregister(a);
    }),
  ],
  ["select.poll().register(-1)", () => select.poll().register(-1)],
  ["select.poll().register('a')", () => select.poll().register(wrong("a"))],
  ["select.poll().register(1 << 31)", () => select.poll().register(2 ** 31)],
  ["select.poll().register(5, -1)", () => select.poll().register(5, -1)],
  ["select.poll().register(5, 65536)", () => select.poll().register(5, 65536)],
  ["select.poll().register(5, 65535)", () => select.poll().register(5, 65535)],
  ["select.poll().register(5, 1.5)", () => select.poll().register(5, 1.5)],
  ["select.poll().register(5, None)", () => select.poll().register(5, wrong(null))],
  ["select.poll().modify(99, 1)", () => select.poll().modify(99, 1)],
  ["select.poll().modify(99, -1)", () => select.poll().modify(99, -1)],
  ["select.poll().unregister(99)", () => select.poll().unregister(99)],
  ["select.poll().unregister(-1)", () => select.poll().unregister(-1)],
  ["select.poll().poll('1')", () => select.poll().poll(wrong("1"))],
  ["select.poll().poll(float('nan'))", () => select.poll().poll(NaN)],
  ["select.poll().poll(float('inf'))", () => select.poll().poll(Infinity)],
  ["select.poll().poll(1 << 31)", () => select.poll().poll(2 ** 31)],
  ["select.poll().poll(2 ** 31 - 0.5)", () => select.poll().poll(2 ** 31 - 0.5)],
  ["select.poll().poll(-(1 << 31) - 1)", () => select.poll().poll(-(2 ** 31) - 1)],
  ["select.poll().poll(1e16)", () => select.poll().poll(1e16)],
];
