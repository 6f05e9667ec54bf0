/**
 * The worker that starts all other workers, gives threads to them, and sees them off.
 *
 * Node frees what a worker held (its stack, a quarter of a megabyte) in the event loop of whoever started
 * it. A program that is blocked in `accept` never gets there, so that this one starts them. It also
 * speaks for a thread that cannot do so itself: one for which there are no descriptors or memory left, or whose
 * program does not load.
 */
"use strict";

const { writeSync } = require("node:fs");
const path = require("node:path");
const { inspect } = require("node:util");
const { parentPort, SHARE_ENV, Worker, workerData } = require("node:worker_threads");

/** Places in the shared tally: see tally.ts. */
const ALIVE = 2;
const AWAITED = 3;

/** A thread that is over: see state.ts. */
const STOPPED = 2;

/**
 * @typedef {object} Order what it reads of one: see order.ts
 * @property {string} file the compiled program
 * @property {{ name: string, daemon: boolean, state: Int32Array, tally: Int32Array }} thread
 */

/** An engine whose thread is over waits so long for the next one; in milliseconds. */
const PATIENCE = 2000;

const ENGINE = path.join(__dirname, "engine.cjs");

/**
 * Engines that wait, and what gives a thread to one.
 *
 * @type {Map<Worker, (order: Order) => void>}
 */
const idle = new Map();

/** @param {Order} order */
function begin(order) {
  const [waiting] = idle.values();
  if (waiting !== undefined) return waiting(order);
  try {
    employ(order);
  } catch (error) {
    tell(order, error);
    seeOff(order);
  }
}

/**
 * Starts an engine, with its first thread.
 *
 * @param {Order} first
 */
function employ(first) {
  /** @type {Order | undefined} */
  let order = first;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const worker = new Worker(ENGINE, {
    workerData: order,
    // A loader that the program was started with is not needed, and some never get ready while the main
    // thread is blocked.
    execArgv: [],
    env: SHARE_ENV,
    // What is left of each loading is cleared away soon; V8 would let up to 48 MB of it gather.
    resourceLimits: { maxYoungGenerationSizeMb: 3 },
  });
  worker.on("message", (message) => {
    if (message !== "free") return begin(message);
    if (order !== undefined) seeOff(order);
    order = undefined;
    timer = setTimeout(() => {
      idle.delete(worker);
      void worker.terminate();
    }, PATIENCE);
    idle.set(worker, (next) => {
      clearTimeout(timer);
      idle.delete(worker);
      order = next;
      worker.postMessage(next);
    });
  });
  worker.on("error", (error) => tell(order ?? first, error));
  worker.on("exit", () => {
    if (order !== undefined) seeOff(order);
  });
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
Atomics.store(workerData, 0, 1); // it has begun: see keeping.ts
Atomics.notify(workerData, 0);
