/**
 * The few flags that are the command's own; all others belong to the program that it runs.
 */
import { WAYS, type Way } from "@netnotes/course/chapter";
import { UsageError } from "./answer.ts";

export interface Flags {
  /** The way that was asked for, or undefined. */
  readonly way: Way | undefined;
  /** `--trace`: the literal way prints each system call. */
  readonly trace: boolean;
  /** The words that are not ours, in their order. */
  readonly rest: readonly string[];
}

/**
 * Takes our flags out of a command line.
 *
 * After `--` nothing is ours any more; the `--` itself is not passed on.
 *
 * @throws {UsageError} when two ways are asked for at once
 */
export function takeFlags(words: readonly string[]): Flags {
  const end = words.includes("--") ? words.indexOf("--") : words.length;
  const ways = new Set<Way>();
  let trace = false;
  const rest: string[] = [];
  for (const word of words.slice(0, end)) {
    const way = WAYS.find((name) => word === `--${name}`);
    if (way !== undefined) ways.add(way);
    else if (word === "--trace") trace = true;
    else rest.push(word);
  }
  const [way, another] = ways;
  if (another !== undefined) {
    throw new UsageError(`--${way} and --${another} contradict each other: choose one way`);
  }
  return { way, trace, rest: [...rest, ...words.slice(end + 1)] };
}
