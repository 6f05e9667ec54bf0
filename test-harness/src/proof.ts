/**
 * Runs a proof: it asserts its own claim, and its exit status says whether it holds.
 */
import type { Chapter } from "@netnotes/course/chapter";
import { inWords } from "./child.ts";
import type { CallSite } from "./failure.ts";
import { startFile } from "./program.ts";
import type { Ending } from "./running.ts";
import type { Stage, Within } from "./stage.ts";

/** How long a proof has, in milliseconds: it may show a time-out of the kernel's. */
export const PROOF_DEADLINE = 30_000;

/**
 * @param name its file's stem
 * @returns what it printed
 * @throws {Failure} when the claim does not hold
 */
export async function proveOn(
  stage: Stage,
  chapter: Chapter,
  name: string,
  { within = PROOF_DEADLINE }: Within,
  from: CallSite,
): Promise<Ending> {
  const proof = chapter.proofs.find((candidate) => candidate.name === name);
  if (!proof) throw new Error(`${chapter.name} has no proof ${name}`);
  const called = `proof ${name}`;
  const shown = `pnpm chapter ${chapter.number} ${called}`;
  const options = { way: "node", name: called, cwd: chapter.folder, within } as const;
  const running = await startFile(stage, proof.file, options, from, shown);
  const ending = await running.ended();
  if (ending.status === 0) return ending;
  throw stage.failure(`${called} does not hold: it ended ${inWords(ending.status)}`, from);
}
