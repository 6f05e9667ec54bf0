/** Having threads started by the keeper (keeper.cjs). */
import { join } from "node:path";
import { parentPort, SHARE_ENV, Worker } from "node:worker_threads";
import { root } from "@netnotes/compile";
import { atEnd } from "../started/ending.ts";
import { order, type Order } from "./order.ts";
import { aliveCount, waitForAll } from "./tally.ts";

const KEEPER = join(root, "shared/stdlib/src/threading/keeper.cjs");

let keeper: Pick<Worker, "postMessage"> | undefined;

/** Starts a thread: from a thread through the keeper that it has from its own start. */
export function begin(thread: Order): void {
  keeper ??= order === undefined || parentPort === null ? employ() : parentPort;
  keeper.postMessage(thread);
}

function employ(): Worker {
  const worker = new Worker(KEEPER, { execArgv: [], env: SHARE_ENV });
  worker.unref();
  atEnd({ joinThreads: waitForAll, threadsRemain: () => aliveCount() > 0 });
  return worker;
}
