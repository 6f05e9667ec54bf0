/**
 * Hands arguments to processes, by order and by name, and names the processes.
 *
 *     pnpm chapter 09 arguments
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as multiprocessing from "@netnotes/stdlib/multiprocessing";
import * as time from "@netnotes/stdlib/time";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Hands arguments to processes.",
  });
  parser.parse_args();

  // step args: as in a call, in the order of the parameters
  const p1 = new multiprocessing.Process({
    target: coding,
    args: ["小明", 21],
  });

  // step kwargs: by the parameters' names
  // corrected: their number decides nothing, their names do (proof arguments-rules)
  const p2 = new multiprocessing.Process({
    target: music,
    kwargs: { num: 21, name: "小明" },
  });

  // step name: for people to read; without one it is counted, and counts with one
  const p11 = new multiprocessing.Process({
    target: coding,
    args: ["小明", 21],
    name: "QQ",
  });
  const p22 = new multiprocessing.Process({
    target: music,
    kwargs: { num: 21, name: "小明" },
    name: "WX",
  });
  print(`p1:${p1.name}`);
  print(`p2:${p2.name}`);
  print(`p11:${p11.name}`);
  print(`p22:${p22.name}`);

  // step start: two of them; the other two never become processes
  p1.start();
  p2.start();
}

// step coding: has copies of its arguments, and shares nothing with the others
export function coding(name: string, num: number): void {
  for (let i = 1; i < num; i += 1) {
    time.sleep(0.01);
    // One write for the whole line: those of two processes do not mix.
    print(`${name}正在敲第${i}行代码-`);
  }
}

// step music: the same
export function music({ name, num }: { name: string; num: number }): void {
  for (let i = 1; i < num; i += 1) {
    time.sleep(0.01);
    print(`${name}正在听第${i}首音乐********`);
  }
}

run(main);
