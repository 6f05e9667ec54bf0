import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { WAYS } from "@netnotes/course/chapter";
import { describe, expect, onTestFinished, test } from "vitest";
import { chapter, isAlive, started } from "./bin.ts";

const LISTENING = /^listening on 127\.0\.0\.1:\d+$/;

/** Python needs a process of its own; the other two run in the command's. */
const EXTRA_PROCESSES = { python: 1, literal: 0, node: 0 };

describe.each(WAYS)("chapter 01 server --%s", (way) => {
  test("what follows -- goes to the program, --help too", () => {
    const { status, stdout } = chapter(["01", "server", `--${way}`, "--", "--help"]);
    expect(stdout).toContain("Greets one client.");
    expect(status).toBe(0);
  });

  test("wrong usage of the program keeps its exit status", () => {
    expect(chapter(["01", "server", `--${way}`, "--frobnicate"]).status).toBe(2);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "runs in no more processes than it needs, and %s ends them all",
    async (signal) => {
      const server = await started([`--${way}`, "01", "server", "--port", "0"], LISTENING);
      const children = server.children();
      expect(children).toHaveLength(EXTRA_PROCESSES[way]);
      server.signal(signal);
      expect(await server.ended()).toBe(signal);
      expect([server.pid, ...children].filter(isAlive)).toEqual([]);
    },
  );

  test("a refused client names the command that starts its server", async () => {
    const port = await freePort();
    const { status, stderr } = chapter(["01", "client", `--${way}`, "--port", String(port)], {
      env: { npm_config_user_agent: "npm/10.8.2" },
    });
    const flag = way === "literal" ? "" : ` --${way}`;
    expect(stderr).toContain("ECONNREFUSED");
    expect(stderr).toContain(`npx chapter 01 server${flag} --port ${port}`);
    expect(stderr.trimEnd()).not.toContain("\n");
    expect(status).toBe(1);
  });
});

test("the literal way is the one that nobody has to ask for, and --trace shows its calls", async () => {
  const { stderr } = chapter(["01", "server", "--trace", "--host", "192.0.2.1", "--port", "0"]);
  expect(stderr).toMatch(/\bsocket\(/);
  expect(stderr).toMatch(/\bbind\(/);
});

const onLinux = process.platform === "linux";
if (!onLinux) console.log("skipped: only Linux tells a child of its parent's death");
test.skipIf(!onLinux)("kill -9 leaves no Python program behind", async () => {
  const server = await started(["01", "server", "--python", "--port", "0"], LISTENING);
  server.signal("SIGKILL");
  expect(await server.ended()).toBe("SIGKILL");
  await server.outputEnded();
});

test("without python3 the Python way says so", () => {
  const { status, stderr } = chapter(["01", "server", "--python"], { env: { PATH: "/nowhere" } });
  expect(stderr).toBe("python3 is not on the PATH: install Python 3, or choose another way\n");
  expect(status).toBe(1);
});

/** A port where nobody listens: one that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
