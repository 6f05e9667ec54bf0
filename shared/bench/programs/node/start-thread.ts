/** Starts workers that do nothing, one after another: an operation is a new Worker and its 'exit'. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { rounds } from "./rounds.ts";

await rounds(async (operations) => {
  for (let i = 0; i < operations; i++) await once(new Worker("", { eval: true }), "exit");
});
