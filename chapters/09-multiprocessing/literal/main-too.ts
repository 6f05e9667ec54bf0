/**
 * Counts in the main process, too, while two others write code and hear music.
 *
 *     pnpm chapter 09 main-too
 *     pnpm chapter 09 main-too --main-first
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as multiprocessing from "@netnotes/stdlib/multiprocessing";
import * as time from "@netnotes/stdlib/time";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Counts in the main process, too.",
  });
  parser.add_argument("--main-first", {
    action: "store_true",
    help: "count before the others are started",
  });
  parser.add_argument("--pause", {
    type: "float",
    default: 0.1,
    help: "seconds after each line of main's",
  });
  const args = parser.parse_args();
  if (!(args.pause >= 0 && args.pause <= 60)) {
    parser.error("--pause must be 0 to 60");
  }

  // step process: an object is no process yet
  const p1 = new multiprocessing.Process({
    target: coding,
    args: ["小明", 11],
  });
  const p2 = new multiprocessing.Process({
    target: music,
    kwargs: { num: 11, name: "小明" },
  });

  // step main-first: nobody else is there, so all of these lines come first
  if (args.main_first) count(args.pause);

  // step start: it returns at once, before the new process has done anything
  p1.start();
  p2.start();

  // step main-too: one of three; whose line is next is the kernel's affair
  if (!args.main_first) count(args.pause);
}

// step count: what the main process does
function count(pause: number): void {
  for (let i = 1; i < 21; i += 1) {
    // One write for the whole line: those of two processes do not mix.
    print(`main: -------  ${i}`);
    time.sleep(pause);
  }
}

// step coding: what the first of the others does
export function coding(name: string, num: number): void {
  for (let i = 1; i < num; i += 1) {
    time.sleep(0.01);
    print(`${name}正在敲第${i}行代码-`);
  }
}

// step music: what the second one does
export function music({ name, num }: { name: string; num: number }): void {
  for (let i = 1; i < num; i += 1) {
    time.sleep(0.01);
    print(`${name}正在听第${i}首音乐********`);
  }
}

run(main);
