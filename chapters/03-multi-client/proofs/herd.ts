/**
 * A connection wakes one of the processes that wait in accept, but all that wait in select.
 *
 * The notes say that it wakes all of them, one accepts, and the others go back to sleep. That is
 * true of those that wait for readiness, unless they ask for EPOLLEXCLUSIVE. Each holds back here
 * before it accepts: otherwise the first would be done before the last had woken. See also
 * accept(2), select(2), epoll_ctl(2).
 *
 *     pnpm chapter 03 proof herd
 */
// on: linux
import { readFileSync } from "node:fs";
import { holds, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import { type Connection, Pipe, Process } from "@netnotes/stdlib/multiprocessing";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

const WORKERS = 8;

/** How a worker waits for a connection; each comes back when it is woken. */
const WAYS: Record<string, (listener: socket.Socket) => void> = {
  accept: (listener) => listener.accept()[0].close(),
  select: (listener) => void select.select([listener], [], []),
  poll: (listener) => waitWith(select.poll(), listener, select.POLLIN),
  epoll: (listener) => waitWith(select.epoll(), listener, select.EPOLLIN),
  EPOLLEXCLUSIVE: (listener) =>
    waitWith(select.epoll(), listener, select.EPOLLIN | select.EPOLLEXCLUSIVE),
};

function waitWith(poll: select.Poll | select.Epoll, listener: socket.Socket, events: number) {
  poll.register(listener, events);
  poll.poll();
}

/** A worker: waits as it is told, says that it is awake, and accepts only when it is told to. */
export function works(listener: socket.Socket, parent: Connection): void {
  for (;;) {
    const way = parent.recv() as string;
    listener.setblocking(way === "accept"); // all of them share it: the flag is the open file's
    parent.send("waiting");
    WAYS[way]?.(listener);
    parent.send("awake");
    parent.recv();
    parent.send(way === "accept" ? "ok" : outcome(() => listener.accept()[0].close()));
  }
}

type Worker = { pid: number; pipe: Connection; fileno: () => number };

/** How often each has gone to sleep of its own will, once all of them are asleep. */
function naps(workers: readonly Worker[]): number[] {
  let [before, now] = [[] as number[], workers.map(nap)];
  for (let times = 0; times < 250 && now.some((count, at) => count !== before[at]); times += 1) {
    time.sleep(0.02);
    [before, now] = [now, workers.map(nap)];
  }
  return now;
}

function nap({ pid }: Worker): number {
  const status = readFileSync(`/proc/${pid}/task/${pid}/status`, "utf8");
  const count = /^voluntary_ctxt_switches:\s*(\d+)$/m.exec(status)?.[1];
  return /^State:\s+S/m.test(status) ? Number(count) : NaN;
}

/** Those that say that they are awake: as many as expected, and who else does within 0.2 s. */
function awake(workers: readonly Worker[], expected: number): Worker[] {
  const found: Worker[] = [];
  while (found.length < workers.length) {
    const rest = workers.filter((worker) => !found.includes(worker));
    const [ready] = select.select(rest, [], [], found.length < expected ? 5 : 0.2);
    if (ready.length === 0) break;
    for (const worker of ready) worker.pipe.recv();
    found.push(...ready);
  }
  return found;
}

/** What those that are awake get when all of them accept. */
function accepted(workers: readonly Worker[]): string {
  for (const { pipe } of workers) pipe.send("go");
  const got = workers.map(({ pipe }) => String(pipe.recv()));
  return got.sort().join(" ");
}

export function main(): void {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const workers = Array.from({ length: WORKERS }, (): Worker => {
    const [pipe, theirs] = Pipe();
    const child = new Process({ target: works, args: [listener, theirs], daemon: true });
    child.start();
    theirs.close();
    return { pid: child.pid ?? 0, pipe, fileno: () => pipe.fileno() };
  });
  const connect = () => socket.create_connection(listener.getsockname()).close();

  for (const way of Object.keys(WAYS)) {
    for (const { pipe } of workers) pipe.send(way);
    for (const { pipe } of workers) pipe.recv();
    const before = naps(workers);
    connect();
    const all = ["select", "poll", "epoll"].includes(way);
    const woken = awake(workers, all ? WORKERS : 1);
    const moved = naps(workers).filter((count, at) => count !== before[at]).length;
    const what = `${WORKERS} processes wait with ${way}, a connection wakes`;
    if (way === "EPOLLEXCLUSIVE") holds(what, moved < WORKERS, moved);
    else shows(what, moved, all ? WORKERS : 1);
    const outcomes = accepted(woken);
    if (all) shows("  and when all of them accept", outcomes, `${"EAGAIN ".repeat(WORKERS - 1)}ok`);
    // Before they wait in another way, a connection for each wakes the others.
    const asleep = workers.filter((worker) => !woken.includes(worker));
    for (const _ of asleep) connect();
    accepted(awake(asleep, asleep.length));
  }
}

run(main);
