/** The same in CPython and here: values, exceptions and their words. */
import { describe, expect } from "vitest";
import { cases as lookups } from "./cases/lookup.ts";
import { cases as sockets } from "./cases/socket.ts";
import { cases as texts } from "./cases/text.ts";
import { answer, answers, testWithOurPython, type Case } from "./python.ts";

describe.each<[string, readonly Case[]]>([
  ["sockets", sockets],
  ["lookups", lookups],
  ["texts", texts],
])("%s", (_, cases) => {
  testWithOurPython("come to what they come to in CPython", () => {
    const pieces = cases.map(([python]) => python);
    const there = answers(pieces);
    const here = cases.map(([, typescript]) => answer(typescript));
    const side = (results: string[]) => results.map((result, i) => `${pieces[i]}\n  → ${result}`);
    expect(side(here)).toEqual(side(there));
  });
});
