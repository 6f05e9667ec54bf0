/**
 * Two processes that add to one number lose some of it, unless a lock is around each addition.
 *
 * A variable is each process's own. A number in shared memory is shared, but to add to it is to
 * read, to add and to write, and another process may come in between. See also mmap(2).
 *
 *     pnpm chapter 09 proof shared-counter
 */
import { shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import {
  type Connection,
  Pipe,
  Process,
  type Synchronized,
  Value,
} from "@netnotes/stdlib/multiprocessing";
import * as select from "@netnotes/stdlib/select";

const ROUNDS = 20;
const TIMES = 10_000;
type Pair = [Connection, Connection];

let variable = 0;

export function addsToVariable(parent: Connection): void {
  variable += 1;
  parent.send(variable);
}

/** Adds one: tells when it has read, and writes when it is told to. */
export function addsSlowly(counter: Synchronized, locked: boolean, parent: Connection): void {
  const lock = counter.get_lock();
  while (parent.recv() === "add") {
    if (locked) lock.acquire();
    const before = counter.value;
    parent.send("has read");
    parent.recv();
    counter.value = before + 1;
    if (locked) lock.release();
    parent.send("has written");
  }
}

/** Adds many times, as fast as it can. */
export function addsOften(counter: Synchronized, locked: boolean, parent: Connection): void {
  const lock = counter.get_lock();
  parent.recv();
  for (let time = 0; time < TIMES; time += 1) {
    if (locked) lock.acquire();
    counter.value += 1;
    if (locked) lock.release();
  }
}

/** Two processes with one number: what it comes to when they have been asked for all they do. */
function two(target: typeof addsSlowly, locked: boolean, asks: (pipes: Pair) => void): number {
  const counter = Value("i");
  const children = [0, 1].map(() => {
    const [pipe, theirs] = Pipe();
    const child = new Process({ target, args: [counter, locked, theirs] });
    child.start();
    theirs.close();
    return { pipe, child };
  });
  const pipes = children.map(({ pipe }) => pipe) as Pair;
  asks(pipes);
  for (const pipe of pipes) pipe.send("enough");
  for (const { child } of children) child.join();
  return counter.value;
}

/** Both have read before either of them writes. */
function together(pipes: Pair): void {
  for (const word of ["add", "write"]) {
    for (const pipe of pipes) pipe.send(word);
    for (const pipe of pipes) pipe.recv();
  }
}

/** Whoever has read waits for its word; says whether the other one has read meanwhile. */
function inTurn(pipes: Pair): boolean {
  for (const pipe of pipes) pipe.send("add");
  const first = select.select(pipes, [], [], 5)[0][0] ?? pipes[0];
  const second = first === pipes[0] ? pipes[1] : pipes[0];
  first.recv();
  const both = second.poll(0.01);
  first.send("write");
  first.recv();
  second.recv();
  second.send("write");
  second.recv();
  return both;
}

export function main(): void {
  const [pipe, theirs] = Pipe();
  const child = new Process({ target: addsToVariable, args: [theirs] });
  child.start();
  shows("a process adds to a variable: its own, and ours", [pipe.recv(), variable], [1, 0]);
  child.join();

  const lost = two(addsSlowly, false, (pipes) => {
    for (let round = 0; round < ROUNDS; round += 1) together(pipes);
  });
  shows(`no lock, both read before one writes: ${2 * ROUNDS} additions come to`, lost, ROUNDS);

  let both = 0;
  const kept = two(addsSlowly, true, (pipes) => {
    for (let round = 0; round < ROUNDS; round += 1) both += Number(inTurn(pipes));
  });
  shows("with a lock: how often both have read before one writes", both, 0);
  shows(`  ${2 * ROUNDS} additions come to`, kept, 2 * ROUNDS);

  const start = (pipes: Pair) => pipes.forEach((pipe) => pipe.send("start"));
  console.log(`  ${2 * TIMES} as fast as can be, no lock: ${two(addsOften, false, start)} today`);
  shows("  with a lock", two(addsOften, true, start), 2 * TIMES);
}

run(main);
