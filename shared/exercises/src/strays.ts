/**
 * Expectations that failed while nobody awaited them: a check had begun two, and the first one ended it.
 *
 * Node would end the whole process for such a rejection. Where its check has failed anyway it is no news;
 * where all checks passed, one of them did not look at what it expected.
 */
import { MISTAKE } from "./explain.ts";

/** Those who are judging now: the gate judges several answers at once. */
const judging = new Set<Strays>();

export class Strays {
  readonly #file: string;
  #first: string | undefined;

  /** @param file absolute path of the answer, which a failure's conversation names */
  constructor(file: string) {
    this.#file = file;
    if (judging.size === 0) process.on("unhandledRejection", give);
    judging.add(this);
  }

  isOwnerOf({ message }: Error): boolean {
    return message.includes(this.#file);
  }

  take({ message }: Error): void {
    this.#first ??= `${MISTAKE}: it did not await this:\n${message}`;
  }

  /** @returns what is wrong with the check, if there was any */
  stop(): string | undefined {
    judging.delete(this);
    if (judging.size === 0) process.off("unhandledRejection", give);
    return this.#first;
  }
}

/** A failure that names nobody's answer may be anybody's. */
function give(reason: unknown): void {
  if (!(reason instanceof Error) || reason.name !== "Failure") throw reason;
  const all = [...judging];
  const owners = all.filter((one) => one.isOwnerOf(reason));
  for (const one of owners.length > 0 ? owners : all) one.take(reason);
}
