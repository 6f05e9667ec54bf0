/** What becomes of a Node program when nobody reads its output any more, or no disk takes it. */
"use strict";

const { getSystemErrorMap } = require("node:util");

/**
 * `pnpm chapter … | head` closes our output early: that is no error of the program's. A parent that
 * runs on Node gives its child a socket for it, and that is reset.
 */
function endWithReader() {
  process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code === "EPIPE" || error.code === "ECONNRESET") process.exit();
    const [, said] = getSystemErrorMap().get(error.errno ?? 0) ?? [];
    console.error(`write: ${error.code} ${said ?? error.message} stdout`);
    process.exit(1);
  });
}

module.exports = { endWithReader };
