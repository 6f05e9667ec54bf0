import { expect, onTestFinished, test } from "vitest";
import { converse, endAll, ProgramFailed } from "../src/conversation.ts";

function node(code: string): ReturnType<typeof converse> {
  const conversation = converse([process.execPath, "-e", code], "the program");
  onTestFinished(() => conversation.stop());
  return conversation;
}

const ECHO = `process.stdin.on("data", (data) => process.stdout.write(data));`;

test("lines go in and come out", async () => {
  const echo = node(ECHO);
  echo.tell("one");
  expect(await echo.hear()).toBe("one");
  echo.tell("two");
  expect(await echo.hear()).toBe("two");
});

test("a program that ends instead of answering is told with its stderr", async () => {
  const program = node(`console.error("no room"); process.exitCode = 3;`);
  await expect(program.hear()).rejects.toThrow(
    new ProgramFailed("the program ended with status 3: no room"),
  );
});

test("a program that is not there is told", async () => {
  const program = converse(["/no/such/program"], "the program");
  await expect(program.hear()).rejects.toThrow(/^the program spawn \/no\/such\/program ENOENT$/);
});

test("stopping a program stops what it started", async () => {
  const program = node(`
    const { spawn } = require("node:child_process");
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });
    console.log(child.pid);
    ${ECHO}
  `);
  const pid = Number(await program.hear());
  expect(process.kill(pid, 0)).toBe(true);
  // Its output ends only when the grandchild, which holds it too, has ended.
  await program.stop();
});

test("a Ctrl+C also ends a program that does not listen", async () => {
  const program = node(`console.log("here"); setInterval(() => {}, 1000);`);
  expect(await program.hear()).toBe("here");
  endAll();
  await expect(program.hear()).rejects.toThrow("the program ended with SIGKILL");
});
