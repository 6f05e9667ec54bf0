/** The same in CPython and here: whole products of kinds, states, options, mistakes and orders. */
import { afterAll, describe, expect, test } from "vitest";
import { compare, firstDifference, listing } from "./differential/comparison.ts";
import { differences, excused } from "./differential/differences.ts";
import { ours, python } from "./differential/player.ts";
import { cells as addresses } from "./differential/products/addresses.ts";
import { cells as wrongArguments } from "./differential/products/arguments.ts";
import type { Cell } from "./differential/products/cell.ts";
import { cells as files } from "./differential/products/files.ts";
import { cells as makers } from "./differential/products/makers.ts";
import { cells as options } from "./differential/products/options.ts";
import { cells as sending } from "./differential/products/sending.ts";
import { cells as shutdowns } from "./differential/products/shutdowns.ts";
import { cells as states } from "./differential/products/states.ts";
import { cells as timeouts } from "./differential/products/timeouts.ts";
import { testWithOurPython } from "./python.ts";
import { sample } from "./thoroughness.ts";

/** How many programs that differ a failure shows in full. */
const SHOWN = 5;

afterAll(() => Promise.all([ours.end(), python.end()]));

const products: readonly (readonly [name: string, cells: readonly Cell[]])[] = [
  ["every method in every state", states],
  ["every way to make a socket", makers],
  ["every option", options],
  ["addresses, most of them wrong", addresses],
  ["wrong arguments", wrongArguments],
  ["timeouts", timeouts],
  ["sending more than fits", sending],
  ["orders of ending", shutdowns],
  ["files", files],
];

describe.each(products)("%s", (_, all) => {
  const cells = sample(all);
  testWithOurPython(`${cells.length} of ${all.length} programs agree with CPython`, async () => {
    const compared = await Promise.all(
      cells.map(async ({ name, program }) => ({
        name,
        rows: await compare(program, true),
      })),
    );
    const different = compared.filter(({ rows }) => firstDifference(rows) !== undefined);
    if (different.length === 0) return;
    const shown = different.slice(0, SHOWN).map(({ name, rows }) => `${name}\n${listing(rows)}`);
    throw new Error(`${different.length} of ${cells.length} differ:\n\n${shown.join("\n\n")}\n`);
  });
});

describe("what differs on purpose", () => {
  testWithOurPython.each(differences)("$why", async (difference) => {
    const row = (await compare(difference.shownBy, true)).at(-1);
    expect(row?.there).not.toBe(row?.here);
    expect(row && excused(row)).toBe(difference);
  });
});

test("the programs have different names", () => {
  for (const [product, cells] of products) {
    const names = cells.map(({ name }) => name);
    expect(new Set(names).size, product).toBe(names.length);
  }
});
