/** Having threads started by the keeper (keeper.cjs). */
import { join } from "node:path";
import { parentPort, SHARE_ENV, Worker } from "node:worker_threads";
import { root } from "@netnotes/compile";
import { RuntimeError } from "../exceptions/runtime.ts";
import { atEnd } from "../started/ending.ts";
import { order, type Order } from "./order.ts";
import { aliveCount, waitForAll } from "./tally.ts";

const KEEPER = join(root, "shared/stdlib/src/threading/keeper.cjs");

/** A keeper that has not begun in so many milliseconds never will. */
const PATIENCE = 10_000;

/** Who starts a thread when it is sent the order. */
interface Keeper {
  postMessage(order: Order): void;
}

let keeper: Keeper | undefined;

/**
 * The keeper: a thread has that of its own start, the program employs one for its first thread.
 *
 * @throws RuntimeError when it cannot begin, as where there are no descriptors left
 */
export function theKeeper(): Keeper {
  keeper ??= order === undefined || parentPort === null ? employ() : parentPort;
  return keeper;
}

/**
 * Starts the keeper, and waits until it has begun. Node would tell main's event loop that it could not, and a
 * blocked program never gets there.
 */
function employ(): Worker {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(KEEPER, { execArgv: [], env: SHARE_ENV, workerData: begun });
  worker.unref();
  if (Atomics.wait(begun, 0, 0, PATIENCE) === "timed-out") {
    worker.on("error", () => {}); // told here already
    void worker.terminate();
    throw new RuntimeError("can't start new thread");
  }
  atEnd({ joinThreads: waitForAll, threadsRemain: () => aliveCount() > 0 });
  return worker;
}
