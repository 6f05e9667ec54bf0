/** `npm start`: plays the first chapter's first scene, and says what to type next. */
import { join } from "node:path";
import { inFront } from "./front.mjs";
import { root } from "./install.mjs";
import { onPath, suits } from "./pnpm.mjs";

/** @returns {Promise<number>} the exit status of the scene */
export async function start() {
  const runner = suits(onPath(), root) ? "pnpm" : "npx";
  const chapter = join(root, "shared/cli/bin/chapter.mjs");
  // The scene suggests commands too, and judges by this which ones work.
  const env = { ...process.env, npm_config_user_agent: runner === "pnpm" ? "pnpm/?" : "npm/?" };
  const status = await inFront(process.execPath, [chapter, "01", "demo"], { env });
  if (status !== 0) return status;
  console.log(`\n${nextCommands(runner)}`);
  return 0;
}

/** @param {"pnpm" | "npx"} runner what runs the commands on this machine */
export function nextCommands(runner) {
  return [
    "Now you, in two terminals:",
    `  ${runner} chapter 01 server     a server that waits for you`,
    `  ${runner} chapter 01 client     a client that speaks to it`,
    "And then:",
    `  ${runner} chapter 01            what else chapter 01 has`,
    `  ${runner} chapter               all the chapters`,
    `  ${runner} exercise              learn by doing: what to write, and checks for it`,
  ].join("\n");
}
