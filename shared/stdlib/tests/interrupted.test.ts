/** Signals while a call waits: it goes on waiting (PEP 475). */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { environment, fixture } from "./fixture.ts";

test("a signal cuts neither poll nor sleep short", async () => {
  const child = spawn(process.execPath, [fixture("interrupted")], {
    env: environment({ NETNOTES_TRACE: "1" }),
  });
  let pokes: NodeJS.Timeout | undefined;
  onTestFinished(() => {
    clearInterval(pokes);
    child.kill("SIGKILL");
  });
  const said: string[] = [];
  const output = createInterface(child.stdout).on("line", (text) => said.push(text));
  const outputEnded = once(output, "close");
  const interrupted = new Set<string>();
  for await (const text of createInterface(child.stderr)) {
    // From its first call on it has its handler. One signal could come a moment before the call it is for.
    pokes ??= setInterval(() => void child.kill("SIGUSR2"), 10);
    const call = /^(poll|nanosleep)\(.* = -1 EINTR/.exec(text)?.[1];
    if (call === undefined) continue;
    if (call === "poll" && !interrupted.has(call)) connect(Number(said[0]), "127.0.0.1").unref();
    interrupted.add(call);
  }
  await outputEnded;
  expect([...interrupted]).toEqual(["poll", "nanosleep"]);
  expect(said.at(-1)).toBe("slept");
});
