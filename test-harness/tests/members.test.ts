import { spawn } from "node:child_process";
import { expect, onTestFinished, test } from "vitest";
import { byPs, membersOf } from "../src/members.ts";

test.skipIf(process.platform === "win32").each([
  ["this platform's way", membersOf],
  ["ps", byPs],
])("the members of a group, by %s", async (_, listed) => {
  const leader = spawn("sh", ["-c", "sleep 1000 & wait"], { detached: true, stdio: "ignore" });
  const { pid = 0 } = leader;
  onTestFinished(() => void process.kill(-pid, "SIGKILL"));
  const state = expect.stringMatching(/^S/);
  const shell = { pid: String(pid), state, args: "sh -c sleep 1000 & wait" };
  const sleeper = { pid: expect.stringMatching(/^\d+$/), state, args: "sleep 1000" };
  const byName = () => listed(pid).sort((a, b) => (a.args < b.args ? -1 : 1));
  await expect.poll(byName).toEqual([shell, sleeper]);
});

test("a group that is not there has no members", () => {
  expect(membersOf(2 ** 30)).toEqual([]);
});
