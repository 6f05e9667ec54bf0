/** What a process is doing is found in /proc, and by ps elsewhere. */
import { afterEach, expect, test, vi } from "vitest";
import { startFile } from "@netnotes/test-harness";
import { isIn } from "../src/states.ts";
import { fixture } from "./fixture.ts";

const { platform } = process;
afterEach(() => void Object.defineProperty(process, "platform", { value: platform }));

test.each([platform, "darwin"])("a process sleeps, is stopped, and is gone, on %s", async (on) => {
  const program = await startFile(fixture("cat.ts"));
  await program.prompts("? ");
  Object.defineProperty(process, "platform", { value: on });
  await vi.waitUntil(() => isIn("SI", program.pid), { timeout: 10_000 });
  expect(isIn("T", program.pid)).toBe(false);
  await program.whileStopped(() => expect(isIn("SI", program.pid)).toBe(false));
  program.endInput();
  await program.exits(0);
  expect(isIn("SIT", program.pid)).toBe(false);
});
