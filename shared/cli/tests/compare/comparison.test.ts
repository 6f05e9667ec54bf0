import { basename } from "node:path";
import { expect, test } from "vitest";
import { compared, SMALL } from "./folder.ts";

/** A row as `id: from-to from-to`, or the id of the row that is pointed to. */
function summary(choice: Parameters<typeof compared>[1] = {}): string[] {
  return compared(SMALL, choice).rows.map(({ kind, id, cells }) => {
    const all = cells.map(({ lines, see }) => see ?? `${lines.first}-${lines.last}`);
    return `${id || kind}: ${all.join(" ")}`;
  });
}

test("the Python way gives the rows; the leading comments are left out", () => {
  expect(summary()).toEqual([
    "opening: 8-13 2-5 2-2",
    "open: 15-17 7-9 7-10",
    "bind: 19-22 11-14 open",
    "answer: 24-25 16-17 4-5",
    "ending: 28-29 18-20 12-11",
  ]);
});

test("code that does several steps stands in the first row that is shown", () => {
  expect(summary({ steps: ["answer", "bind"] })).toEqual([
    "bind: 19-22 11-14 7-10",
    "answer: 24-25 16-17 4-5",
  ]);
});

test("the columns are the ways that were asked for, in that order", () => {
  expect(summary({ ways: ["node", "python"], steps: ["bind"] })).toEqual(["bind: 7-10 19-22"]);
});

test("an unknown step comes back with those that there are", () => {
  expect(() => compared(SMALL, { steps: ["bnd"] })).toThrow(
    expect.objectContaining({ kind: "step", nearest: "bind", known: ["open", "bind", "answer"] }),
  );
});

test("a way that does not exist is named with its reason", () => {
  const reason = "Node listens on its own";
  const files = Object.fromEntries(
    Object.entries(SMALL).filter(([name]) => !name.startsWith("node/")),
  );
  files["package.json"] = JSON.stringify({ netnotes: { without: { server: { node: reason } } } });
  const { columns, without } = compared(files);
  expect(columns.map(({ way }) => way)).toEqual(["python", "literal"]);
  expect(without).toEqual([{ way: "node", reason }]);
});

test("a program's parts are what it uses, and what those use", () => {
  const [python, literal] = compared().columns;
  expect(python?.parts.map((path) => basename(path))).toEqual(["greeting.py", "words.py"]);
  expect(literal?.parts).toEqual([]);
});

test("a file with Windows' newlines has the same lines", () => {
  const windows = Object.entries(SMALL).map(([name, text]) => [
    name,
    text.replaceAll("\n", "\r\n"),
  ]);
  const { rows, columns } = compared(Object.fromEntries(windows));
  expect(rows).toEqual(compared().rows);
  expect(columns.map(({ lines }) => lines)).toEqual(compared().columns.map(({ lines }) => lines));
});
