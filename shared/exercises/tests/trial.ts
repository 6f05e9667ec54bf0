/**
 * Runs a check, written in a test, against one of the fixture programs.
 */
import { join } from "node:path";
import { runnable } from "@netnotes/test-harness/program";
import { SKIPPED } from "@netnotes/test-harness/python";
import { attempt } from "../src/attempt.ts";
import type { Verbs } from "../src/check.ts";
import type { Result } from "../src/verdict.ts";

/** The fixture programs are Python: they start fastest. */
export const withoutPython = !runnable().includes("python");
if (withoutPython) console.log(SKIPPED);

export function fixture(name: string): string {
  return join(import.meta.dirname, "fixtures", name);
}

/**
 * @param program a file of fixtures/programs
 * @param patience how long each wait lasts, in milliseconds
 * @param time how long the whole check may take, in milliseconds
 */
export async function tried(
  program: string,
  run: (verbs: Verbs) => Promise<unknown>,
  { patience = 10_000, time = 20_000 } = {},
): Promise<Result> {
  const check = {
    title: "does it",
    why: "It matters.",
    run: async (v: Verbs) => void (await run(v)),
  };
  const file = fixture(`programs/${program}`);
  const end = performance.now() + time;
  const trial = { file, name: program, seed: 1, patience, end, signal: undefined };
  return (await attempt("it", check, trial)).result;
}

/** A check of an echo server: it has so long, in milliseconds, to answer. */
export async function hello(
  { startServer, dial }: Verbs,
  args: readonly string[] = [],
  within = 10_000,
): Promise<void> {
  const peer = await dial(await startServer({ args }));
  await peer.send("hello, 世界");
  await peer.expect("hello, 世界", { within });
  peer.end();
  await peer.expectEnd();
}
