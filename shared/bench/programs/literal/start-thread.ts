/** Starts threads that do nothing, one after another: an operation is a start and a join. */
import { run } from "@netnotes/stdlib/builtins";
import { Thread } from "@netnotes/stdlib/threading";
import { rounds } from "./rounds.ts";

export function nothing(): void {}

export function main(): void {
  rounds((operations) => {
    for (let i = 0; i < operations; i++) {
      const thread = new Thread({ target: nothing });
      thread.start();
      thread.join();
    }
  });
}

run(main);
