import { expect, test } from "vitest";
import { understand, UsageError } from "../src/arguments.ts";
import { ROWS } from "../src/rows.ts";

const names = (words: string[]): string[] => understand(words).rows.map(({ name }) => name);

test("nothing typed means every row, three ways, nine rounds, a table", () => {
  const wish = understand([]);
  expect(wish).toEqual({
    rows: ROWS,
    ways: ["python", "literal", "node"],
    rounds: 9,
    letSleep: false,
    json: false,
    only: undefined,
  });
});

test("rows come in their own order, each once", () => {
  expect(names(["udp", "tcp", "udp"])).toEqual(["tcp", "udp"]);
});

test("ways come in their own order, each once", () => {
  expect(understand(["--ways", "node,python,node"]).ways).toEqual(["python", "node"]);
  expect(understand(["--ways=literal"]).ways).toEqual(["literal"]);
});

test("--rounds, --let-sleep, --json, --list and --help", () => {
  expect(understand(["--rounds", "3"]).rounds).toBe(3);
  expect(understand(["--let-sleep"]).letSleep).toBe(true);
  expect(understand(["--json"]).json).toBe(true);
  expect(understand(["--list"]).only).toBe("list");
  expect(understand(["-h"]).only).toBe("help");
});

test("a mistyped row is answered with the nearest and with all", () => {
  expect(() => understand(["selct-100"])).toThrow(
    new UsageError(
      'There is no row "selct-100"; did you mean select-100?\n' +
        `There are: ${ROWS.map(({ name }) => name).join(", ")}`,
    ),
  );
});

test("a mistyped way is answered likewise", () => {
  expect(() => understand(["--ways", "pyton"])).toThrow(
    new UsageError(
      'There is no way "pyton"; did you mean python?\nThere are: python, literal, node',
    ),
  );
});

test.each(["0", "-1", "100", "nine", "1.5", ""])("--rounds %j is refused", (rounds) => {
  expect(() => understand([`--rounds=${rounds}`])).toThrow("--rounds must be 1 to 99");
});

test("an unknown flag is answered with the usage", () => {
  expect(() => understand(["--fast"])).toThrow(/--fast.*Usage: pnpm bench/s);
});
