/**
 * Writes code and hears music at the same time, each in a process of its own.
 *
 *     pnpm chapter 09 coding-music
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as multiprocessing from "@netnotes/stdlib/multiprocessing";
import * as time from "@netnotes/stdlib/time";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Does two things in two processes.",
  });
  parser.add_argument("--pause", {
    type: "float",
    default: 1,
    help: "seconds before each line",
  });
  const args = parser.parse_args();
  if (!(args.pause >= 0 && args.pause <= 60)) {
    parser.error("--pause must be 0 to 60");
  }

  // step process: one for each function, which is named here and called there
  // corrected: a process saves nothing, it costs (proof cost)
  const p1 = new multiprocessing.Process({
    target: coding,
    args: [args.pause],
  });
  const p2 = new multiprocessing.Process({
    target: music,
    args: [args.pause],
  });

  // step start: now there are three, and this one ends when the other two have
  p1.start();
  p2.start();
}

// step coding: what the first one does
export function coding(pause: number): void {
  for (let i = 1; i < 21; i += 1) {
    time.sleep(pause);
    // One write for the whole line: those of two processes do not mix.
    print(`正在敲代码----  ${i}`);
  }
}

// step music: what the second one does meanwhile
export function music(pause: number): void {
  for (let i = 1; i < 21; i += 1) {
    time.sleep(pause);
    print(`正在听音乐****  ${i}`);
  }
}

run(main);
