import { expect, test } from "vitest";
import { chapter, isAlive, started } from "./bin.ts";

test("plays the first scene, labels who speaks, and names the others", () => {
  const { status, stdout, stderr } = chapter(["01", "demo", "--node"]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Chapter 01, scene greeting: /);
  expect(stdout).toContain("\nserver $ pnpm chapter 01 server --node --port 0\n");
  expect(stdout).toMatch(
    /\nclient \$ pnpm chapter 01 client --node --host 127\.0\.0\.1 --port \d+\n/,
  );
  expect(stdout).toContain("\nclient │ 客户端收到: Welcome to study socket!\n");
  expect(stdout).toContain("\nserver   ended with exit status 0\n");
  expect(stdout).toContain("pnpm chapter 01 demo chat");
});

test("gives each side the way that was asked for, and shows what is typed", () => {
  const { status, stdout } = chapter([
    "01",
    "demo",
    "chat",
    "--server",
    "node",
    "--client",
    "python",
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain("chat-server $ pnpm chapter 01 chat-server --node ");
  expect(stdout).toContain("chat-client $ pnpm chapter 01 chat-client --python ");
  expect(stdout).toContain("\nchat-client > 你好\n");
  expect(stdout).not.toContain("More scenes");
});

test("a scene that fails says why, and exits 1", () => {
  const { status, stderr } = chapter(["01", "demo", "--python"], { env: { PATH: "/nowhere" } });
  expect(stderr).toMatch(/^The scene greeting failed: .*python3/m);
  expect(status).toBe(1);
});

test("Ctrl+C ends it with everything that it has started", async () => {
  const demo = await started(["01", "demo", "hello", "--node"], /│ listening on /);
  demo.signal("SIGSTOP"); // the scene stands still while we look at it
  const programs = demo.children();
  expect(programs.length).toBeGreaterThan(0);
  demo.signal("SIGINT");
  demo.signal("SIGCONT");
  expect(await demo.ended()).toBe("SIGINT");
  await expect.poll(() => programs.filter(isAlive), { timeout: 10_000 }).toEqual([]);
});
