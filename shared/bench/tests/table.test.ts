import picocolors from "picocolors";
import { widthOf } from "@netnotes/course/width";
import { expect, test } from "vitest";
import { failures } from "../src/figures.ts";
import type { Result } from "../src/measure.ts";
import { report } from "../src/report.ts";
import type { Round } from "../src/round.ts";
import { ROWS, type Row } from "../src/rows.ts";
import { duration, table } from "../src/table.ts";

const plain = picocolors.createColors(false);
const WAYS = ["python", "literal", "node"] as const;

function row(name: string): Row {
  const found = ROWS.find((row) => row.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

function rounds(...seconds: number[]): { rounds: Round[] } {
  return { rounds: seconds.map((seconds) => ({ operations: 1000, seconds })) };
}

const tcp: Result = {
  row: row("tcp"),
  ways: {
    python: rounds(0.03, 0.04, 0.06),
    literal: rounds(0.025, 0.04, 0.05),
    node: rounds(0.06, 0.16, 0.12),
  },
};

test("a row has each way's time, the median of the ratios, and their quartiles", () => {
  expect(table([tcp], WAYS, plain)).toEqual([
    "     one          Python  literal  × Python  quartiles    Node  × Python  quartiles",
    "tcp  round trip  40.0 µs  40.0 µs      1.20  1.10–1.20  120 µs      0.50  0.38–0.50",
  ]);
});

test("without Python there are times and no ratios", () => {
  const result: Result = {
    row: row("udp"),
    ways: { ...tcp.ways, python: { missing: "no python3 here" } },
  };
  const [, line] = table([result], WAYS, plain);
  expect(line).toMatch(/^udp {2}round trip {2}no python3 here {2}40\.0 µs +– +120 µs +–$/);
});

test("a way that failed is shown as such, and its message is told", () => {
  const result: Result = {
    row: row("tcp"),
    ways: { ...tcp.ways, node: { failed: "tcp (node) ended" } },
  };
  expect(table([result], WAYS, plain)[1]).toMatch(/1\.20 {2}1\.10–1\.20 +failed$/);
  expect(failures([tcp, result])).toEqual(["tcp (node) ended"]);
});

test("colour does not move the columns", () => {
  const coloured = table([tcp], WAYS, picocolors.createColors(true));
  const bare = table([tcp], WAYS, plain);
  expect(coloured).not.toEqual(bare);
  expect(coloured.map((line) => widthOf(line))).toEqual(bare.map((line) => widthOf(line)));
});

test.each([
  [2.5, "2.50 s"],
  [0.123, "123 ms"],
  [0.0354, "35.4 ms"],
  [0.0000312, "31.2 µs"],
  [0.00000000423, "4.23 ns"],
])("%f seconds are %s", (seconds, text) => {
  expect(duration(seconds)).toBe(text);
});

test("JSON has every round, the quartiles and what was missing", () => {
  const machine = {
    cpu: "a CPU",
    cpus: 2,
    system: "Linux",
    node: "20.19.0",
    python: undefined,
    pinning: undefined,
    awake: false,
    load: 0,
  };
  const result: Result = { row: row("tcp"), ways: { ...tcp.ways, node: { missing: "not here" } } };
  const told = JSON.parse(report(machine, [result], WAYS)) as { rows: [{ ways: unknown }] };
  expect(told).toMatchObject({ machine: { cpu: "a CPU" }, rows: [{ row: "tcp" }] });
  expect(told.rows[0].ways).toMatchObject({
    literal: {
      ...rounds(0.025, 0.04, 0.05),
      ratio: { median: expect.closeTo(1.2) as number },
    },
    node: { missing: "not here" },
  });
});
