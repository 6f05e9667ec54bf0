/** Loaded first by the processes that a Node program forks: they end as it does. */
"use strict";

/** @type {any} The types describe the module that `import` would see. */
const cluster = require("node:cluster");
const { endWithReader } = require("./reader.cjs");

endWithReader();

// A cluster's worker tells its parent first of all that it is there. A parent that has been killed by then can't
// be told, and the worker, which has nobody to work for, ends. (An `--import` would come too late for that.)
cluster.worker?.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== "EPIPE" && error.code !== "ECONNRESET") throw error;
  process.exit();
});
