/** A program stands still while something happens, and finds all of it afterwards. */
import { expect, test } from "vitest";
import { startFile } from "@netnotes/test-harness";
import { isIn } from "../src/states.ts";
import { fixture } from "./fixture.ts";
import { messageOf } from "./message.ts";

test("a program stands still while things happen, and goes on", async () => {
  const program = await startFile(fixture("cat.ts"));
  await program.prompts("? ");
  await program.whileStopped(() => {
    expect(isIn("T", program.pid)).toBe(true);
    program.type("all of it\n");
  });
  await program.says("all of it");
});

test("it goes on too when they go wrong", async () => {
  const program = await startFile(fixture("cat.ts"));
  await program.prompts("? ");
  const stopped = program.whileStopped(() => Promise.reject(new Error("lost")));
  expect(await messageOf(stopped)).toBe("lost");
  program.type("still here\n");
  await program.says("still here");
});

test("one that has ended can't be stopped, and nothing happens", async () => {
  const program = await startFile(fixture("half.ts"), { within: 300 });
  await program.ended({ within: 10_000 });
  const happened: string[] = [];
  const message = await messageOf(program.whileStopped(() => happened.push("something")));
  expect(message).toContain("half has not stopped (not within 300 ms)");
  expect(happened).toEqual([]);
});
