/**
 * Writes code and hears music at the same time, each in a process of its own.
 *
 *     pnpm chapter 09 coding-music --node
 */
import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    pause: { type: "string", default: "1" },
    task: { type: "string" }, // for our own processes
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: coding-music [-h] [--pause PAUSE]\n");
  console.log("Does two things in two processes.\n");
  console.log("  --pause PAUSE  seconds before each line");
  process.exit();
}
const pause = Number(args.pause);
if (!(pause >= 0 && pause <= 60)) {
  console.error("--pause must be 0 to 60");
  process.exit(2);
}
if (args.task === "coding") await coding();
else if (args.task === "music") await music();
else main();

function main(): void {
  // steps process start: fork() runs a file, this one, and does not copy anything
  // corrected: a process saves nothing, it costs (proof cost)
  const program = fileURLToPath(import.meta.url);
  fork(program, ["--task", "coding", "--pause", args.pause]);
  fork(program, ["--task", "music", "--pause", args.pause]);
}

// step coding: what the first one does
async function coding(): Promise<void> {
  for (let i = 1; i < 21; i += 1) {
    await sleep(pause * 1000);
    // One write for the whole line: those of two processes do not mix.
    console.log(`正在敲代码----  ${i}`);
  }
}

// step music: what the second one does meanwhile
async function music(): Promise<void> {
  for (let i = 1; i < 21; i += 1) {
    await sleep(pause * 1000);
    console.log(`正在听音乐****  ${i}`);
  }
}
