/**
 * Compiles every TypeScript program of the chapters that has never been started, in one process:
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

/** @returns {string[]} absolute paths */
function programs() {
  const chapters = path.join(root, "chapters");
  return readdirSync(chapters)
    .flatMap((chapter) =>
      ["literal", "node", "proofs"].map((way) => path.join(chapters, chapter, way)),
    )
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => path.extname(file) === ".ts");
}

buildAhead(programs().map((source) => ({ source, format: formatOf(source) }))).catch((error) => {
  console.error(`compiling ahead: ${error.message}`);
});
