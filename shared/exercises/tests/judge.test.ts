import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { scratch } from "@netnotes/test-harness";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { judge } from "../src/judge.ts";
import { fixture, withoutPython } from "./trial.ts";

const folder = fixture("1-echo");

describe.skipIf(withoutPython)("an answer", () => {
  test("passes, check by check, in the order of the check.ts", async () => {
    const verdict = await judge({ folder }, fixture("programs/echo.py"), { seed: 7 });
    expect(verdict).toMatchObject({ status: "pass", seed: 7 });
    expect(verdict.results.map(({ name, status }) => `${name} ${status}`)).toEqual([
      "first pass",
      "second pass",
    ]);
  });

  test("fails with the same data whenever it has the same seed", async () => {
    const file = fixture("programs/crashes-later.py");
    const one = await judge({ folder }, file, { seed: 7, only: ["second"] });
    const two = await judge({ folder }, file, { seed: 7, only: ["second"] });
    const other = await judge({ folder }, file, { seed: 8, only: ["second"] });
    const sent = [one, two, other].map(
      ({ results }) => /> ([a-z]{6})$/m.exec(results[0]?.wrong?.conversation ?? "")?.[1],
    );
    expect(one.status).toBe("fail");
    expect(one.results.map(({ name }) => name)).toEqual(["second"]);
    expect(sent[0]).toMatch(/^[a-z]{6}$/);
    expect(sent[1]).toBe(sent[0]);
    expect(sent[2]).not.toBe(sent[0]);
  });

  test("that takes a fixed port, and says so truly, passes too", async () => {
    vi.stubEnv("FIXED_PORT", String(await freePort()));
    onTestFinished(() => void vi.unstubAllEnvs());
    const verdict = await judge({ folder }, fixture("programs/fixed-port.py"));
    expect(verdict.results.map(({ wrong }) => wrong)).toEqual([undefined, undefined]);
  });

  test("that takes a fixed port and is never ready is judged in the time that there is", async () => {
    vi.stubEnv("FIXED_PORT", String(await freePort()));
    onTestFinished(() => void vi.unstubAllEnvs());
    const options = { patience: 3000, time: 5500 };
    const { results } = await judge({ folder }, fixture("programs/fixed-mute.py"), options);
    for (const { wrong } of results) {
      expect(wrong?.sentence).toMatch(/^your program printed nothing/);
    }
  });

  test("is cut off by a signal, and its programs with it", async () => {
    const cut = new AbortController();
    const running = judge({ folder }, fixture("programs/silent.py"), { signal: cut.signal });
    setImmediate(() => cut.abort());
    await expect(running).rejects.toThrow(/aborted/);
  });
});

test("what does not compile is not run, and its place is told", async () => {
  const file = join(scratch(), "broken.ts");
  writeFileSync(file, 'console.log("listening on 127.0.0.1:1"\n');
  const { status, message, results } = await judge({ folder }, file);
  expect(status).toBe("error");
  expect(message).toMatch(/^broken\.ts does not compile: [^]*broken\.ts:2:0: ERROR: Expected "\)"/);
  expect(results).toEqual([]);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
