/**
 * A worker from the inside: an engine of JavaScript's in which one thread runs, and then the next.
 *
 * To start an engine takes 35 ms, and the process keeps a little of its memory when it ends. So an engine
 * whose thread is over waits for another one (keeper.cjs). It loads the program anew for each, so that no
 * thread finds in a variable what an earlier one left there.
 */
"use strict";

const { readFileSync } = require("node:fs");
const { createRequire, Module } = require("node:module");
const path = require("node:path");
const { compileFunction } = require("node:vm");
const threads = require("node:worker_threads");

/** @typedef {import("./order.ts").Order} Order */

/**
 * Programs as functions, by file: what a module's own `require` would read and compile for each thread.
 *
 * @type {Map<string, Function>}
 */
const programs = new Map();

/** @param {string} file */
function programIn(file) {
  const parameters = ["exports", "require", "module", "__filename", "__dirname"];
  const program = compileFunction(readFileSync(file, "utf8"), parameters, { filename: file });
  programs.set(file, program);
  return program;
}

/** @param {Order} order */
function work(order) {
  Object.assign(threads, { workerData: order }); // where order.ts looks
  const { file } = order;
  const program = programs.get(file) ?? programIn(file);
  const module = new Module(file);
  require.cache[file] = module;
  program.call(
    module.exports,
    module.exports,
    createRequire(file),
    module,
    file,
    path.dirname(file),
  );
  module.loaded = true;
}

/** The thread is over: all that it waited for has come. */
function rest() {
  for (const listener of process.listeners("exit")) {
    process.off("exit", listener);
    listener.call(process, 0);
  }
  threads.parentPort?.once("message", work);
  threads.parentPort?.postMessage("free");
}

process.on("beforeExit", rest);
work(threads.workerData);
