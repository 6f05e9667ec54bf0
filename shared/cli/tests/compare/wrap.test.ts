import { widthOf } from "@netnotes/course/width";
import { expect, test } from "vitest";
import { textOf, wrapped } from "../../src/compare/wrap.ts";

function wrap(text: string, room: number): string[] {
  return wrapped([{ text }], room).map(textOf);
}

test("a line that fits stays as it is", () => {
  expect(wrap("    s.bind(addr)", 16)).toEqual(["    s.bind(addr)"]);
  expect(wrap("", 8)).toEqual([""]);
  expect(wrap("x".repeat(500), Infinity)).toEqual(["x".repeat(500)]);
});

test("a longer one breaks at a space, and goes on two columns further in", () => {
  expect(wrap("  print(one, two, three)", 16)).toEqual(["  print(one, ", "    two, three)"]);
});

test("without a space it breaks after a sign, else anywhere", () => {
  expect(wrap("connection.setblocking(x)", 16)).toEqual(["connection.", "  setblocking(x)"]);
  expect(wrap("x".repeat(20), 12)).toEqual(["x".repeat(12), `  ${"x".repeat(8)}`]);
});

test("it never breaks within the spaces that it begins with", () => {
  expect(wrap("          watched(x)", 16)).toEqual(["          watche", "        d(x)"]);
});

test("a Chinese character takes two columns, and is never cut", () => {
  expect(wrap("等待客户端连接中", 9)).toEqual(["等待客户", "  端连接", "  中"]);
});

test.each([
  "# 等待 clients 连接中, 你好世界 and more",
  "👩‍👩‍👧 e\u0301 👍🏽 in a line that is long",
  "\t\ta = b\t+ c  # d",
])("%j: no line is wider, and only spaces are lost", (text) => {
  for (let room = 8; room < 50; room += 1) {
    const lines = wrap(text, room);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(room);
    expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  }
});

test("what a terminal would obey is left out", () => {
  expect(wrap("a\u001b[2Jb\rc", 40)).toEqual(["a[2Jbc"]);
});

test("each piece keeps its kind on every line", () => {
  const line = [
    { text: "return ", kind: "keyword" as const },
    { text: "'a b c d e f'", kind: "string" as const },
  ];
  expect(wrapped(line, 12)).toEqual([
    [
      { text: "return ", kind: "keyword" },
      { text: "'a b ", kind: "string" },
    ],
    [{ text: "  " }, { text: "c d e f'", kind: "string" }],
  ]);
});
