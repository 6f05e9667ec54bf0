/**
 * Hands arguments to processes, by order and by name, and names the processes.
 *
 *     pnpm chapter 09 arguments --node
 */
import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    child: { type: "boolean" }, // for our own processes
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: arguments [-h]\n");
  console.log("Hands arguments to processes.");
  process.exit();
}

if (args.child) process.once("message", run);
else main();

function main(): void {
  // step args: what a process gets are texts; any other value comes as a message
  const p1 = { target: "coding", args: ["小明", 21], name: "Process-1" };

  // step kwargs: a message may be an object, which has names
  // corrected: their number decides nothing, their names do (proof arguments-rules)
  const p2 = {
    target: "music",
    args: [{ num: 21, name: "小明" }],
    name: "Process-2",
  };

  // step name: Node knows only a process that runs, and only by its number
  const p11 = { ...p1, name: "QQ" };
  const p22 = { ...p2, name: "WX" };
  console.log(`p1:${p1.name}`);
  console.log(`p2:${p2.name}`);
  console.log(`p11:${p11.name}`);
  console.log(`p22:${p22.name}`);

  // step start: two of them; the other two never become processes
  const program = fileURLToPath(import.meta.url);
  for (const { target, args } of [p1, p2]) {
    fork(program, ["--child"]).send({ target, args });
  }
}

function run({ target, args }: { target: string; args: never }): void {
  if (target === "coding") void coding(...(args as [string, number]));
  else void music(...(args as [{ name: string; num: number }]));
}

// step coding: has copies of its arguments, and shares nothing with the others
async function coding(name: string, num: number): Promise<void> {
  for (let i = 1; i < num; i += 1) {
    await sleep(10);
    // One write for the whole line: those of two processes do not mix.
    console.log(`${name}正在敲第${i}行代码-`);
  }
}

// step music: the same
async function music(named: { name: string; num: number }): Promise<void> {
  for (let i = 1; i < named.num; i += 1) {
    await sleep(10);
    console.log(`${named.name}正在听第${i}首音乐********`);
  }
}
