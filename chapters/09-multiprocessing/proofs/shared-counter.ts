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

let variable = 0;

/** A process that adds to the number as it is told: often, or once and when it may write. */
export function adds(counter: Synchronized, parent: Connection): void {
  variable += 1;
  parent.send(variable);
  const lock = counter.get_lock();
  for (;;) {
    const [task, locked] = parent.recv() as Task;
    for (let time = 0; time < (task === "often" ? TIMES : 1); time += 1) {
      if (locked) lock.acquire();
      const before = counter.value;
      if (task === "once") {
        parent.send("has read");
        parent.recv();
      }
      counter.value = before + 1;
      if (locked) lock.release();
    }
    parent.send("has written");
  }
}

type Task = [task: "once" | "often", locked: boolean];
type Pair = [Connection, Connection];

function tell(pipes: Connection[], task: Task): void {
  for (const pipe of pipes) pipe.send(task);
}

function hear(pipes: Connection[]): unknown[] {
  return pipes.map((pipe) => pipe.recv());
}

/** Both have read before either of them writes. */
function together(pipes: Pair): void {
  tell(pipes, ["once", false]);
  hear(pipes);
  for (const pipe of pipes) pipe.send("write");
  hear(pipes);
}

/** Whoever has read waits for its word; says whether the other one has read meanwhile. */
function inTurn(pipes: Pair): boolean {
  tell(pipes, ["once", true]);
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
  const counter = Value("i");
  const pipes = [0, 1].map(() => {
    const [pipe, theirs] = Pipe();
    new Process({ target: adds, args: [counter, theirs], daemon: true }).start();
    theirs.close();
    return pipe;
  }) as Pair;
  shows("two have added to a variable: theirs, and ours", [...hear(pipes), variable], [1, 1, 0]);

  for (let round = 0; round < ROUNDS; round += 1) together(pipes);
  const all = 2 * ROUNDS;
  shows(`no lock, both read before one writes: ${all} additions come to`, counter.value, ROUNDS);

  counter.value = 0;
  let both = 0;
  for (let round = 0; round < ROUNDS; round += 1) both += Number(inTurn(pipes));
  shows("with a lock: how often both have read before one writes", both, 0);
  shows(`  ${all} additions come to`, counter.value, all);

  const often = (locked: boolean) => {
    counter.value = 0;
    tell(pipes, ["often", locked]);
    hear(pipes);
    return counter.value;
  };
  console.log(`  ${2 * TIMES} as fast as can be, no lock, come to ${often(false)} today`);
  shows("  with a lock", often(true), 2 * TIMES);
}

run(main);
