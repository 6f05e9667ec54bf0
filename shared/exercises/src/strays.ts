/**
 * Expectations that failed while nobody awaited them: a check had begun two, and the first one ended it.
 *
 * Node would end the whole process for such a rejection. Where its check has failed anyway it is no news;
 * where all checks passed, one of them did not look at what it expected.
 */
import { MISTAKE } from "./explain.ts";

export class Strays {
  #first: string | undefined;
  readonly #take = (reason: unknown): void => {
    if (!(reason instanceof Error) || reason.name !== "Failure") throw reason;
    this.#first ??= `${MISTAKE}: it did not await this:\n${reason.message}`;
  };

  constructor() {
    process.on("unhandledRejection", this.#take);
  }

  /** @returns what is wrong with the check, if there was any */
  stop(): string | undefined {
    process.off("unhandledRejection", this.#take);
    return this.#first;
  }
}
