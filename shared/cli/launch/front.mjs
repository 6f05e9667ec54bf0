/**
 * A child process in front of the terminal: it has our stdin, stdout and stderr, and our signals.
 *
 * This process waits beside it and never blocks, so that signal handlers are safe here. Each signal is
 * handed on, and the child alone decides what it means.
 */
import { spawn } from "node:child_process";

/** @type {NodeJS.Signals[]} */
const HANDED_ON = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a command in front. A child that a signal ends takes this process with it, by the same signal.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit status
 * @throws {NodeJS.ErrnoException} when it can't be started: ENOENT when there is no such program
 */
export function inFront(file, args, options = {}) {
  const child = spawn(file, args, { ...options, stdio: "inherit" });
  const handOn = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of HANDED_ON) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    const leave = () => HANDED_ON.forEach((signal) => process.off(signal, handOn));
    child.on("error", (error) => {
      leave();
      reject(error);
    });
    child.on("exit", (status, signal) => {
      leave();
      if (signal !== null) process.kill(process.pid, signal);
      resolve(status ?? 1);
    });
  });
}
