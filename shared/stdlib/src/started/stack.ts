/**
 * Stack traces with the places of the sources.
 */
import { inspect } from "node:util";
import { mapped } from "@netnotes/compile/stack";

/** An error as Node shows one that nobody caught; what is no Error, as `util.inspect` shows it. */
export function stackOf(error: unknown): string {
  return mapped(inspect(error));
}
