/** What becomes of a Node program when nobody reads its output any more. */
"use strict";

/**
 * `pnpm chapter … | head` closes our output early: that is no error of the program's. A parent that
 * runs on Node gives its child a socket for it, and that is reset.
 */
function endWithReader() {
  process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
    if (error.code !== "EPIPE" && error.code !== "ECONNRESET") throw error;
    process.exit();
  });
}

module.exports = { endWithReader };
