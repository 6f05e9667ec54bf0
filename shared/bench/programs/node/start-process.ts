/** Starts processes that do nothing, one after another: an operation is a spawn and its 'exit'. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { rounds } from "./rounds.ts";

await rounds(async (operations) => {
  for (let i = 0; i < operations; i++) {
    await once(spawn(process.execPath, ["-e", ""], { stdio: "ignore" }), "exit");
  }
});
