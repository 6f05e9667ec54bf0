import { describe, expect, test } from "vitest";
import { listen, scratch } from "@netnotes/test-harness";
import { THOROUGH } from "../src/thoroughness.ts";
import { startNested } from "./nested.ts";

test("a test fails for its own reason, and takes its programs with it", async () => {
  const server = await listen();
  const { runner, counted } = startNested("outcomes.fixture.ts", {
    HOLD_PORT: String(server.address.port),
  });
  const peer = await server.accept({ within: 20_000 });
  const { status, stdout, stderr } = await runner.ended();
  const said = stdout + stderr;
  expect(status).toBe(1);
  expect(said).toMatch(/throws in the middle\n.*Error: in the middle/);
  await peer.expect("polite\n");
  await peer.expectOver();
  expect(said).toMatch(
    /leaves an expectation unfinished\n.*left unfinished: the test ended before it \(is an `await` missing\?\)/,
  );
  expect(said).toMatch(
    /leaves a program that ignores SIGINT\n.*ignored SIGINT for 2 s; SIGTERM ended it/,
  );
  expect(said).toMatch(/starts what can't be told to be its own\n.*use `stageOf\(context\)`/);
  expect(counted()).toEqual({ passed: 1, failed: 4, skipped: 1 });
});

test("a file that does not load, and an error that belongs to no test, each count as one failed", async () => {
  const { runner, counted } = startNested("{broken,stray}.fixture.ts");
  expect((await runner.ended()).status).toBe(1);
  expect(counted()).toEqual({ passed: 1, failed: 2, skipped: 0 });
});

describe("without python3", () => {
  test("its rows are skipped, and one line says so", async () => {
    const { runner, counted } = startNested("chapter.fixture.ts", { PATH: scratch(), CI: "" });
    const { status, stdout, stderr } = await runner.ended();
    expect(status).toBe(0);
    expect(
      (stdout + stderr).match(/python3 is missing: the Python programs are skipped/g),
    ).toHaveLength(1);
    // One scene of four pairs, the checks of two programs, a proof; another proof needs another system.
    expect(counted()).toEqual({ passed: 1 + 4 + 3 + 1, failed: 0, skipped: 3 + 4 + 3 + 1 });
  });

  if (!THOROUGH) console.log("that rows without python3 fail in CI is tested in CI only");
  test.runIf(THOROUGH)("they fail in CI", async () => {
    const { runner, counted } = startNested("chapter.fixture.ts", { PATH: scratch(), CI: "true" });
    const { status, stdout, stderr } = await runner.ended();
    expect(status).toBe(1);
    expect(stdout + stderr).toContain("Error: python3 is missing");
    expect(counted()).toEqual({ passed: 1 + 4 + 3 + 1, failed: 3 + 4 + 3, skipped: 1 });
  });
});
