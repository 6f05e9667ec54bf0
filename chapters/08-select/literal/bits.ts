/**
 * Shows what & | ^ << and >> do to 11 and 14, and what they are for: flags.
 *
 *     pnpm chapter 08 bits
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";

const FLAGS = [
  "POLLIN",
  "POLLPRI",
  "POLLOUT",
  "POLLERR",
  "POLLHUP",
  "POLLNVAL",
] as const;

/** The flags that are set in a mask: each is a bit of its own, and & filters it. */
function names(mask: number): string[] {
  return FLAGS.filter((name) => mask & select[name]);
}

/** Four bits, as Python's format 04b has them. */
function binary(number: number): string {
  return number.toString(2).padStart(4, "0");
}

export function main(): void {
  new ArgumentParser({ description: "Shows bits, and flags." }).parse_args();

  // step numbers: the same two as in the notes
  const [a, b] = [11, 14];
  print(`    ${a}  ${binary(a)}`);
  print(`    ${b}  ${binary(b)}`);

  // step table: bit by bit, each column by itself
  print(`     &  ${binary(a & b)}  ${a & b}`);
  print(`     |  ${binary(a | b)}  ${a | b}`);
  print(`     ^  ${binary(a ^ b)}  ${a ^ b}`);

  // step shift: to the left doubles; to the right halves, and drops the remainder
  print(`11 << 2 == ${a << 2}`);
  print(`14 >> 2 == ${b >> 2}`);

  // step combine: | puts flags together, as poll's register takes them
  const mask = select.POLLIN | select.POLLOUT;
  print("watched:", mask, ...names(mask));

  // step filter: & asks for one of them, & ~ takes one out
  const event = select.POLLIN | select.POLLHUP;
  print("event:", event, ...names(event));
  print("besides POLLIN:", ...names(event & ~select.POLLIN));
}

run(main);
