/**
 * The worker that starts all other workers, and sees them off.
 *
 * Node frees what a worker held (its stack, a quarter of a megabyte) in the event loop of whoever started
 * it. A program that is blocked in `accept` never gets there, so that this one starts them. It also
 * speaks for a thread that cannot do so itself: one for which there are no descriptors or memory left, or whose
 * program does not load.
 */
"use strict";

const { writeSync } = require("node:fs");
const { inspect } = require("node:util");
const { parentPort, SHARE_ENV, Worker } = require("node:worker_threads");

/** Places in the shared tally: see tally.ts. */
const ALIVE = 2;
const AWAITED = 3;

/** A thread that is over: see state.ts. */
const STOPPED = 2;

/**
 * @typedef {object} Order
 * @property {string} file the compiled program
 * @property {{ name: string, daemon: boolean, state: Int32Array, tally: Int32Array }} thread
 */

/** @param {Order} order */
function begin(order) {
  try {
    // No execArgv: a loader that the program was started with is not needed, and some never get ready
    // while the main thread is blocked.
    const worker = new Worker(order.file, { workerData: order, execArgv: [], env: SHARE_ENV });
    worker.on("message", begin);
    worker.on("error", (error) => tell(order, error));
    worker.on("exit", () => seeOff(order));
  } catch (error) {
    tell(order, error);
    seeOff(order);
  }
}

/**
 * Counts a thread out, once all that it had is free again.
 *
 * @param {Order} order
 */
function seeOff({ thread: { daemon, state, tally } }) {
  Atomics.sub(tally, ALIVE, 1);
  Atomics.store(state, 0, STOPPED);
  Atomics.notify(state, 0);
  if (daemon) return;
  Atomics.sub(tally, AWAITED, 1);
  Atomics.notify(tally, AWAITED);
}

/**
 * @param {Order} order
 * @param {any} error
 */
function tell({ thread: { name } }, error) {
  const what =
    error?.code === "ERR_WORKER_INIT_FAILED"
      ? `RuntimeError: can't start new thread (${error.message})`
      : inspect(error);
  writeSync(2, `Exception in thread ${name}:\n${what}\n`);
}

parentPort?.on("message", begin);
