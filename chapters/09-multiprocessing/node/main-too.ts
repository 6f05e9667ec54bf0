/**
 * Counts in the main process, too, while two others write code and hear music.
 *
 *     pnpm chapter 09 main-too --node
 *     pnpm chapter 09 main-too --node --main-first
 */
import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    "main-first": { type: "boolean", default: false },
    pause: { type: "string", default: "0.1" },
    task: { type: "string" }, // for our own processes
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: main-too [-h] [--main-first] [--pause PAUSE]\n");
  console.log("Counts in the main process, too.\n");
  console.log("  --main-first   count before the others are started");
  console.log("  --pause PAUSE  seconds after each line of main's");
  process.exit();
}
const pause = Number(args.pause);
if (!(pause >= 0 && pause <= 60)) {
  console.error("--pause must be 0 to 60");
  process.exit(2);
}
if (args.task === "coding") await coding("小明", 11);
else if (args.task === "music") await music({ num: 11, name: "小明" });
else await main();

async function main(): Promise<void> {
  // step main-first: nobody else is there, so all of these lines come first
  if (args["main-first"]) await count();

  // steps process start: fork() returns at once, before the process has done anything
  const program = fileURLToPath(import.meta.url);
  fork(program, ["--task", "coding"]);
  fork(program, ["--task", "music"]);

  // step main-too: one of three; whose line is next is the kernel's affair
  if (!args["main-first"]) await count();
}

// step count: what the main process does
async function count(): Promise<void> {
  for (let i = 1; i < 21; i += 1) {
    // One write for the whole line: those of two processes do not mix.
    console.log(`main: -------  ${i}`);
    await sleep(pause * 1000);
  }
}

// step coding: what the first of the others does
async function coding(name: string, num: number): Promise<void> {
  for (let i = 1; i < num; i += 1) {
    await sleep(10);
    console.log(`${name}正在敲第${i}行代码-`);
  }
}

// step music: what the second one does
async function music(named: { name: string; num: number }): Promise<void> {
  for (let i = 1; i < named.num; i += 1) {
    await sleep(10);
    console.log(`${named.name}正在听第${i}首音乐********`);
  }
}
