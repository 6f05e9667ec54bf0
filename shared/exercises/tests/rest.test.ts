/** `rests` tells a program that sleeps from one that runs on. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CallSite } from "@netnotes/test-harness/failure";
import { launchFile } from "@netnotes/test-harness/program";
import type { Running } from "@netnotes/test-harness/running";
import { Stage } from "@netnotes/test-harness/stage";
import { onTestFinished, test, expect } from "vitest";
import { rests } from "../src/rest.ts";

/** @param deadline in milliseconds */
async function started(source: string, deadline: number): Promise<[Stage, Running]> {
  const folder = mkdtempSync(join(tmpdir(), "netnotes-"));
  const file = join(folder, "mine.ts");
  writeFileSync(file, `console.log("ready");\n${source}`);
  const stage = new Stage({}, deadline);
  onTestFinished(async () => {
    await stage.clear();
    rmSync(folder, { recursive: true });
  });
  const program = launchFile(stage, file, {}, new CallSite());
  await program.says("ready", { within: 10_000 });
  return [stage, program];
}

test("a program that waits for its input rests", async () => {
  const [stage, program] = await started("process.stdin.resume();", 10_000);
  await rests(stage, program, () => 0, new CallSite());
});

test("one that asks again and again does not", async () => {
  const spins = "const again = () => setImmediate(again);\nagain();";
  const [stage, program] = await started(spins, 500);
  const resting = rests(stage, program, () => 0, new CallSite());
  await expect(resting).rejects.toThrow("your program does not come to rest (not within 500 ms)");
});

test("a program rests only when nothing else changes either", async () => {
  const [stage, program] = await started("process.stdin.resume();", 500);
  let sent = 0;
  const resting = rests(stage, program, () => (sent += 1), new CallSite());
  await expect(resting).rejects.toThrow("does not come to rest");
});
