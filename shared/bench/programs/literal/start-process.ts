/** Starts processes that do nothing, one after another: an operation is a start and a join. */
import { run } from "@netnotes/stdlib/builtins";
import { Process } from "@netnotes/stdlib/multiprocessing";
import { rounds } from "./rounds.ts";

export function nothing(): void {}

export function main(): void {
  rounds((operations) => {
    for (let i = 0; i < operations; i++) {
      const process = new Process({ target: nothing });
      process.start();
      process.join();
    }
  });
}

run(main);
