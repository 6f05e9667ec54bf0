import { expect, onTestFinished, test } from "vitest";
import { Conversation } from "../src/conversation.ts";
import { CallSite, Failure } from "../src/failure.ts";
import { launchFile } from "../src/program.ts";
import { livingIn } from "../src/leftover.ts";
import { Stage } from "../src/stage.ts";
import { peersOn } from "../src/verbs.ts";
import { fixture } from "./fixture.ts";

function stage(deadline: number): Stage {
  const made = new Stage({}, deadline);
  onTestFinished(() => made.clear());
  return made;
}

test("a stage's own deadline is that of its waits, and a failure tells what from the conversation", async () => {
  const soon = stage(50);
  const { listen } = peersOn(() => soon);
  const server = await listen({ name: "server" });
  const failure = await server.accept().catch((error: unknown) => error);
  if (!(failure instanceof Failure)) throw failure;
  expect(failure.what).toMatch(/^server on .*: nobody has connected \(not within 50 ms\)$/);
  expect(failure.conversation).toMatch(/server {3}listens on /);
  expect(failure.message).toBe(`${failure.what}\n\n${failure.conversation}`);
});

test("a program tells whether it still runs, and what nobody has read of what it said", async () => {
  const from = new CallSite();
  const options = { within: 10_000 };
  const running = launchFile(stage(10_000), fixture("chatty-server.ts"), options, from);
  expect(running.status).toBeUndefined();
  expect(livingIn(running.pid)).toHaveLength(1);
  await expect(running.ready(from)).rejects.toThrow("the next line does not match");
  expect(running.unread.stdout.toString()).toContain("starting up …\n");
  running.signal("SIGKILL");
  expect(await running.ended()).toMatchObject({ status: "SIGKILL" });
  expect(running.status).toBe("SIGKILL");
  expect(running.endedAsExpected).toBe(true);
  expect(livingIn(running.pid)).toEqual([]);
});

test("a conversation begins a line behind a newline, and not behind a backslash and an n", () => {
  const conversation = new Conversation();
  conversation.said("alice", ">", Buffer.from("..\\new\n\\\nend"));
  const [, ...lines] = conversation.toString().split("\n");
  expect(lines.map((line) => line.replace(/^.*> /, ""))).toEqual([
    "..\\\\new\\n",
    "\\\\\\n",
    "end",
  ]);
});
