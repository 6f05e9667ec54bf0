/** Every row runs, outside CI in one way, in turn: one tiny round, whose figures only have to be some. */
import { WAYS } from "@netnotes/course/chapter";
import { describe, expect, onTestFinished, test } from "vitest";
import { inTurn } from "@netnotes/test-harness/thoroughness";
import { converse } from "../src/conversation.ts";
import { measure } from "../src/measure.ts";
import { missing, programOf } from "../src/programs.ts";
import { ROWS } from "../src/rows.ts";

const here = WAYS.filter((way) => missing(way) === undefined);
const away = WAYS.filter((way) => !here.includes(way));
for (const way of away) console.log(`not tried: ${way}, because there is ${missing(way)}`);
if (process.env["CI"] !== undefined) {
  test("CI has every way", () => expect(away).toEqual([]));
}

describe.each(ROWS.map((row, turn) => [row.name, row, turn] as const))("%s", (_, row, turn) => {
  test.each(inTurn(here, turn))("runs in the way %s", { timeout: 120_000 }, async (way) => {
    const tiny = { ...row, warmUps: 1 };
    const plan = { ways: [way], rounds: 1, cpus: undefined, scale: 0.001 };
    const { ways } = await measure(tiny, plan);
    const operations = Math.ceil(row.operations[way] * 0.001) * row.batches;
    expect(ways[way]).toEqual({ rounds: [{ operations, seconds: expect.any(Number) }] });
    const outcome = ways[way];
    if (outcome === undefined || !("rounds" in outcome)) throw new Error("no rounds");
    expect(outcome.rounds[0]?.seconds).toBeGreaterThan(0);
  });
});

test.each(here)("in the way %s, lines that come together are still two", async (way) => {
  const row = ROWS.find(({ name }) => name === "thread");
  if (row === undefined) throw new Error("no row thread");
  const program = converse(programOf(row, way), way);
  onTestFinished(() => program.stop());
  program.tell("1\n2");
  expect(JSON.parse(await program.hear())).toMatchObject({ operations: 1 });
  expect(JSON.parse(await program.hear())).toMatchObject({ operations: 2 });
});
