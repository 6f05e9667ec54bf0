/** The same in CPython and here: values, exceptions and their words. */
import { describe, expect } from "vitest";
import { cases as lookups } from "./cases/lookup.ts";
import { cases as epolls } from "./cases/epoll.ts";
import { cases as concurrency } from "./cases/concurrency.ts";
import { cases as sharing } from "./cases/shared-between-processes.ts";
import { cases as polls } from "./cases/poll.ts";
import { cases as selects } from "./cases/select.ts";
import { cases as sockets } from "./cases/socket.ts";
import { cases as texts } from "./cases/text.ts";
import { answer, answers, testWithOurPython, type Case } from "./python.ts";

describe.each<[string, readonly Case[]]>([
  ["sockets", sockets],
  ["select", selects],
  ["poll", polls],
  ["epoll", epolls],
  ["threads and processes", concurrency],
  ["shared between processes", sharing],
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
