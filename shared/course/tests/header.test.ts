import { expect, test } from "vitest";
import { commandsOf, headerEnd, headerOf, isNotes, originsOf, summaryOf } from "../src/header.ts";
import { portOf } from "../src/port.ts";

const PYTHON = `"""Greets one client,
and ends. Or not.

    pnpm chapter 01 server --python

From: S1, 服务器端
From: S2, TCP编程
"""
`;

const TYPESCRIPT = `// on: linux
/**
 * Greets one client,
 * and ends. Or not.
 *
 *     pnpm chapter 01 server --node
 */
import net from "node:net";
/** Another comment. */
`;

test.each([
  ["Python", PYTHON],
  ["TypeScript", TYPESCRIPT],
])("the summary is the first sentence of the leading comment: %s", (_, source) => {
  expect(summaryOf(source)).toBe("Greets one client, and ends.");
});

test.each([
  ['"""Answers e.g.nothing. More."""', "Answers e.g.nothing."],
  ['"""Prints three things: a, b and c."""', "Prints three things: a, b and c."],
  ['"""To run it:\n\n    pnpm chapter 01 server\n"""', "To run it."],
  ['"""No full stop"""', "No full stop"],
  ['#!/usr/bin/env python3\n"""Hello."""', "Hello."],
  ["import socket\n", ""],
  ["const x = 1;\n/** Later. */\n", ""],
])("the summary of %j", (source, summary) => {
  expect(summaryOf(source)).toBe(summary);
});

test("a header keeps its lines and loses its marks", () => {
  expect(headerOf(TYPESCRIPT)).toBe(
    "Greets one client,\nand ends. Or not.\n\n    pnpm chapter 01 server --node",
  );
});

test.each([
  ["Python", PYTHON, 8],
  ["TypeScript", TYPESCRIPT, 7],
  ["neither", "const x = 1;\n", 0],
])("the line where a header ends: %s", (_, source, line) => {
  expect(headerEnd(source)).toBe(line);
});

test("commands are the indented lines that run a chapter", () => {
  expect(commandsOf(PYTHON)).toEqual(["pnpm chapter 01 server --python"]);
  expect(commandsOf(TYPESCRIPT)).toEqual(["pnpm chapter 01 server --node"]);
  expect(commandsOf('"""Say pnpm chapter 01 server."""')).toEqual([]);
});

test("a program may be from several headings, or ours", () => {
  expect(originsOf(PYTHON)).toEqual([
    { note: "S1", heading: "服务器端" },
    { note: "S2", heading: "TCP编程" },
  ]);
  const [ours] = originsOf('"""Polls.\n\nFrom: ours\n"""');
  expect(ours).toEqual({ note: "ours", heading: "" });
  expect(originsOf(PYTHON).map(isNotes)).toEqual([true, true]);
  expect(isNotes({ note: "S5", heading: "x" })).toBe(false);
});

test.each([
  ['parser.add_argument("--port", type=int, default=2121)', 2121],
  ['parser.add_argument(\n    "--port",\n    type=int,\n    default=2121,\n)', 2121],
  ['parser.add_argument("--port", { type: "int", default: 2121 });', 2121],
  ['port: { type: "string", default: "2121" },', 2121],
  ['parser.add_argument("--port", type=int)\nparser.add_argument("--count", default=3)', undefined],
  ['port: { type: "string" },\ncount: { type: "string", default: "3" },', undefined],
])("the default port of %j is %s", (source, port) => {
  expect(portOf(source)).toBe(port);
});
