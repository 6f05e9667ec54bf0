/**
 * Shows what & | ^ << and >> do to 11 and 14, and what they are for: flags.
 *
 *     pnpm chapter 08 bits --node
 */
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: { help: { type: "boolean", short: "h" } },
});
if (args.help) {
  console.log("usage: bits [-h]\n");
  console.log("Shows bits, and flags.");
  process.exit();
}

/** As poll.h has them: Node itself has no use for their names. */
const FLAGS = {
  POLLIN: 1 << 0,
  POLLPRI: 1 << 1,
  POLLOUT: 1 << 2,
  POLLERR: 1 << 3,
  POLLHUP: 1 << 4,
  POLLNVAL: 1 << 5,
};
const { POLLIN, POLLOUT, POLLHUP } = FLAGS;

/** The flags that are set in a mask: each is a bit of its own, and & filters it. */
function names(mask: number): string[] {
  const set = Object.entries(FLAGS).filter(([, flag]) => mask & flag);
  return set.map(([name]) => name);
}

function binary(number: number): string {
  return number.toString(2).padStart(4, "0");
}

// step numbers: the same two as in the notes
const [a, b] = [11, 14];
console.log(`    ${a}  ${binary(a)}`);
console.log(`    ${b}  ${binary(b)}`);

// step table: bit by bit, each column by itself
console.log(`     &  ${binary(a & b)}  ${a & b}`);
console.log(`     |  ${binary(a | b)}  ${a | b}`);
console.log(`     ^  ${binary(a ^ b)}  ${a ^ b}`);

// step shift: to the left doubles; to the right halves, and drops the remainder
console.log(`11 << 2 == ${a << 2}`);
console.log(`14 >> 2 == ${b >> 2}`);

// step combine: | puts flags together, as poll's register takes them
const mask = POLLIN | POLLOUT;
console.log("watched:", mask, ...names(mask));

// step filter: & asks for one of them, & ~ takes one out
const event = POLLIN | POLLHUP;
console.log("event:", event, ...names(event));
console.log("besides POLLIN:", ...names(event & ~POLLIN));
