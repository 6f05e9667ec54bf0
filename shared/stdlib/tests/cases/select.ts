/** select: what it tells, and what it refuses, in both languages. */
import { b } from "../../src/builtins.ts";
import * as select from "../../src/select.ts";
import * as socket from "../../src/socket.ts";
import type { Case } from "../python.ts";
import { ends, paired, wrong } from "./two-ends.ts";

/** What select returns with the objects by name: "az a " for two readable, one writable, none exceptional. */
const sets = (lists: readonly (readonly unknown[])[], a: unknown, z: unknown): string =>
  lists
    .map((list) => list.map((object) => (object === a ? "a" : object === z ? "z" : "?")).join(""))
    .join(" ");
const TOLD =
  "told = lambda lists: ' '.join(''.join('a' if o is a else 'z' if o is z else '?' for o in l) for l in lists)\n";
const looked = (steps: string): string => TOLD + ends(steps);

export const cases: readonly Case[] = [
  ["select.select([], [], [], 0)[0] == []", () => select.select([], [], [], 0)[0].length === 0],
  ["len(select.select([], [], [], 0.01))", () => select.select([], [], [], 0.01).length],
  [
    "len(select.select((), {}, iter([]), 0))",
    () => select.select([], new Map().keys(), new Set<number>(), 0).length,
  ],
  [
    looked("told(select.select([a, z], [a, z], [a, z], 0))"),
    paired((a, z) => sets(select.select([a, z], [a, z], [a, z], 0), a, z)),
  ],
  [
    looked("a.send(b'x')\ntold(select.select([a, z], [], [], None))"),
    paired((a, z) => {
      a.send(b`x`);
      return sets(select.select([a, z], [], [], null), a, z);
    }),
  ],
  [
    looked("a.send(b'x'); z.send(b'x')\ntold(select.select([z, a], [a, z], [], 5))"),
    paired((a, z) => {
      a.send(b`x`);
      z.send(b`x`);
      return sets(select.select([z, a], [a, z], [], 5), a, z);
    }),
  ],
  [
    looked("a.send(b'x')\ntold(select.select([z, a, z, z], [], [], 5))"),
    paired((a, z) => {
      a.send(b`x`);
      return sets(select.select([z, a, z, z], [], [], 5), a, z);
    }),
  ],
  [
    looked("a.send(b'x')\ntold(select.select((o for o in (a, z)), [], [], 5))"),
    paired((a, z) => {
      a.send(b`x`);
      return sets(select.select([a, z].values(), [], [], 5), a, z);
    }),
  ],
  [
    looked("a.send(b'x')\ntold(select.select({z: 1, a: 2}, [], [], 5))"),
    paired((a, z) => {
      a.send(b`x`);
      return sets(select.select(new Set([z, a]), [], [], 5), a, z);
    }),
  ],
  [
    looked("a.close()\ntold(select.select([z], [z], [z], 5))"),
    paired((a, z) => {
      a.close();
      return sets(select.select([z], [z], [z], 5), a, z);
    }),
  ],
  [
    looked("a.shutdown(socket.SHUT_WR)\ntold(select.select([a, z], [], [], 5))"),
    paired((a, z) => {
      a.shutdown(socket.SHUT_WR);
      return sets(select.select([a, z], [], [], 5), a, z);
    }),
  ],
  [
    looked("a.send(b'x')\nselect.select([z.fileno(), a], [], [], 5)[0] == [z.fileno()]"),
    paired((a, z) => {
      a.send(b`x`);
      return select.select([z.fileno(), a], [], [], 5)[0][0] === z.fileno();
    }),
  ],
  [
    ends("a.close()\nselect.select([a], [], [], 0)"),
    paired((a) => {
      a.close();
      return select.select([a], [], [], 0);
    }),
  ],
  [
    ends("n = a.fileno(); a.close()\nselect.select([z], [n], [], 0)"),
    paired((a, z) => {
      const n = a.fileno();
      a.close();
      return select.select([z], [n], [], 0);
    }),
  ],
  ["select.select([], [], [], -1)", () => select.select([], [], [], -1)],
  ["select.select([], [], [], -1e-10)", () => select.select([], [], [], -1e-10)],
  ["len(select.select([], [], [], -0.0))", () => select.select([], [], [], -0).length],
  ["select.select([], [], [], float('nan'))", () => select.select([], [], [], NaN)],
  ["select.select([], [], [], float('inf'))", () => select.select([], [], [], Infinity)],
  ["select.select([], [], [], 1e10)", () => select.select([], [], [], 1e10)],
  ["select.select([], [], [], '1')", () => select.select([], [], [], wrong("1"))],
  ["select.select(1, [], [], 0)", () => select.select(wrong(1), [], [], 0)],
  ["select.select([], [], None, 0)", () => select.select([], [], wrong(null), 0)],
  ["select.select([-1], 5, [], 0)", () => select.select([-1], wrong(5), [], 0)],
  ["select.select([-1], [], [], -1)", () => select.select([-1], [], [], -1)],
  ["select.select([1.5], [], [], 0)", () => select.select([1.5], [], [], 0)],
  ["select.select([None], [], [], 0)", () => select.select([wrong(null)], [], [], 0)],
  ["select.select('ab', [], [], 0)", () => select.select(wrong("ab"), [], [], 0)],
  ["select.select([], [object()], [], 0)", () => select.select([], [wrong({})], [], 0)],
  ["select.select([1 << 31], [], [], 0)", () => select.select([2 ** 31], [], [], 0)],
  ["select.select([-1 << 40], [], [], 0)", () => select.select([-(2 ** 40)], [], [], 0)],
  ["select.select([], [], [-5], 0)", () => select.select([], [], [-5], 0)],
  ["select.select([1024], [], [], 0)", () => select.select([1024], [], [], 0)],
  [
    "select.select([1] * 1025, [], [], 0)",
    () =>
      select.select(
        Array.from({ length: 1025 }, () => 1),
        [],
        [],
        0,
      ),
  ],
  [
    "class A:\n  def fileno(self): return 'x'\nselect.select([A()], [], [], 0)",
    () => select.select([{ fileno: () => wrong("x") }], [], [], 0),
  ],
  [
    "class A:\n  def fileno(self): return 1 << 40\nselect.select([A()], [], [], 0)",
    () => select.select([{ fileno: () => 2 ** 40 }], [], [], 0),
  ],
  [
    "class A:\n  def fileno(self): return -7\nselect.select([A()], [], [], 0)",
    () => select.select([{ fileno: () => -7 }], [], [], 0),
  ],
];
