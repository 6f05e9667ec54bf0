/**
 * Compiles what the tests start in TypeScript, as far as it is not compiled yet, in one process:
 *
 *     node shared/course/ahead.cjs
 *
 * Where many are about to be started this takes less time than leaving it to each.
 */
"use strict";

const { existsSync, readdirSync } = require("node:fs");
const path = require("node:path");
const { root } = require("@netnotes/compile");
const { buildAhead } = require("@netnotes/compile/build");
const { formatOf } = require("./run.cjs");

/** Where the programs of a chapter are, in its folder. */
const OF_CHAPTER = ["literal", "node", "proofs"];

/** And where those are that the tests of the shared packages start. */
const OF_TESTS = [
  "shared/bench/programs/literal",
  "shared/bench/programs/node",
  "shared/bench/programs/peer",
  "shared/course/tests/fixtures/runner/literal",
  "shared/course/tests/fixtures/runner/node",
  "shared/stdlib/tests/fixtures",
  "shared/stdlib/tests/fixtures/processes",
  "shared/stdlib/tests/fixtures/threads",
  "test-harness/tests/fixtures",
  "test-harness/tests/fixtures/90-fixture/node",
  "test-harness/tests/fixtures/90-fixture/proofs",
];

/** The parts of the commands, each of which is loaded alone. */
const COMMANDS = [
  "chapter.ts",
  "program.ts",
  "demo.ts",
  "proof.ts",
  "compare.ts",
  "exercise.ts",
  "gate.ts",
  "scaffold/chapter.ts",
  "scaffold/exercise.ts",
].map((part) => path.join(root, "shared/cli/src", part));

/** @returns {string[]} absolute paths */
function programs() {
  const ofChapters = readdirSync(path.join(root, "chapters"))
    .flatMap((chapter) => OF_CHAPTER.map((way) => path.join("chapters", chapter, way)))
    .filter((folder) => existsSync(path.join(root, folder)));
  return [...ofChapters, ...OF_TESTS]
    .flatMap((folder) =>
      readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name)),
    )
    .filter((file) => path.extname(file) === ".ts");
}

/**
 * @param {string} source
 * @returns {import("@netnotes/compile").Entry}
 */
function entry(source) {
  // A test of stdlib loads its programs as threads do, whatever folder they are in.
  const isLiteral = source.startsWith(path.join(root, "shared/stdlib"));
  return { source, format: isLiteral ? "cjs" : formatOf(source) };
}

buildAhead([...programs(), ...COMMANDS].map(entry)).catch((error) => {
  console.error(`compiling ahead: ${error.message}`);
});
