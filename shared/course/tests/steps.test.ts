import { expect, test } from "vitest";
import { parseSteps, stepsById } from "../src/steps.ts";

const PYTHON = `"""Greets."""

import socket


def main():
    # step bind: take an address: one of this host
    # It is not the peer's.
    # corrected: the notes leave it out (proof ports)
    server.bind(("", 0))

    # step wait: for the first
    # corrected: the notes say that a client
    # waits for the server, always (07 proof table)
    # That is how it is.
    conn = server.accept()


if __name__ == "__main__":
    main()
`;

test("a step runs to the next marker, the last one to what runs main", () => {
  const { opening, steps, ending } = parseSteps(PYTHON);
  expect(opening).toEqual({ first: 1, last: 6 });
  expect(steps).toEqual([
    {
      ids: ["bind"],
      title: "take an address: one of this host",
      plural: false,
      first: 7,
      last: 10,
      hasCode: true,
    },
    { ids: ["wait"], title: "for the first", plural: false, first: 12, last: 16, hasCode: true },
  ]);
  expect(ending).toEqual({ first: 19, last: 20 });
});

test("in the literal way, the bracket that closes main belongs to the ending", () => {
  const source =
    "export function main() {\n  // step a: b\n  c();\n\n  // step d: e\n}\n\nrun(main);\n";
  const { steps, ending } = parseSteps(source);
  expect(steps).toMatchObject([
    { ids: ["a"], first: 2, last: 3, hasCode: true },
    { ids: ["d"], first: 5, last: 5, hasCode: false },
  ]);
  expect(ending).toEqual({ first: 6, last: 8 });
});

test("in the node way, the last step runs to the end, and nothing is left", () => {
  const { steps, ending } = parseSteps("// step a: b\nc();\n\n// step d: e\nf(\n);\n\n");
  expect(steps.at(-1)).toMatchObject({ first: 4, last: 6, hasCode: true });
  expect(ending.last).toBeLessThan(ending.first);
});

test("one marker may have several ids", () => {
  const { steps } = parseSteps("// steps socket half-close: one call does all\nnet.connect();\n");
  expect(steps).toMatchObject([{ ids: ["socket", "half-close"], plural: true }]);
  expect(stepsById(steps).get("half-close")).toBe(steps[0]);
});

test("a correction may take several lines, and ends with its proof", () => {
  expect(parseSteps(PYTHON).corrections).toEqual([
    {
      text: "the notes leave it out (proof ports)",
      proof: { chapter: undefined, name: "ports" },
      steps: ["bind"],
      first: 9,
      last: 9,
    },
    {
      text: "the notes say that a client waits for the server, always (07 proof table)",
      proof: { chapter: "07", name: "table" },
      steps: ["wait"],
      first: 13,
      last: 14,
    },
  ]);
});

test("a correction before the first step belongs to none", () => {
  const source = "# corrected: another host (proof addresses)\nhost = 1\n# step a: b\nc()\n";
  expect(parseSteps(source).corrections).toMatchObject([{ steps: [], first: 1 }]);
});

test("a correction without a proof ends with its comment, or before the next marker", () => {
  const source = "# corrected: it is\n# so\n#\n# And more.\n# corrected: or\n# step a: b\nc()\n";
  expect(parseSteps(source).corrections).toMatchObject([
    { text: "it is so", proof: undefined, first: 1, last: 2 },
    { text: "or", proof: undefined, first: 5, last: 5 },
  ]);
});

test.each([
  "# step bind",
  "# Step bind: x",
  "# step Bind: x",
  "# step bind : x",
  "# step: x",
  "// steps bind, listen: x",
  "// corrected it is",
  "// Corrected: it is",
])("what begins like a marker is malformed: %s", (line) => {
  const { steps, corrections, malformed } = parseSteps(`x\n  ${line}\n`);
  expect({ steps, corrections, malformed }).toEqual({ steps: [], corrections: [], malformed: [2] });
});

test.each([
  "# the next step: bind",
  "# stepwise",
  "text = '# step bind: x'",
  "#steps: Step[] = [];",
  " * step a: in a block comment",
])("what only mentions a step is none: %s", (line) => {
  expect(parseSteps(`${line}\n`)).toMatchObject({ steps: [], malformed: [] });
});

test("a further line of a correction may begin with any word", () => {
  const source = "# corrected: a\n# step further (proof b)\nc()\n";
  expect(parseSteps(source)).toMatchObject({ malformed: [], corrections: [{ last: 2 }] });
});

test("a marker without a title is a step without a title", () => {
  expect(parseSteps("# step bind:\nx()\n").steps).toMatchObject([{ ids: ["bind"], title: "" }]);
});

test("lines may end as on Windows", () => {
  expect(parseSteps("# step a: b\r\nc()\r\n").steps).toMatchObject([{ title: "b", last: 2 }]);
});

test("a program without steps is all opening", () => {
  expect(parseSteps("x()\n")).toMatchObject({ opening: { first: 1, last: 1 }, steps: [] });
});
