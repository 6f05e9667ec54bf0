/**
 * Several processes compute at the same instant, each on a core; Python's threads never do.
 *
 * In CPython one thread at a time runs Python's code; the others wait for the interpreter's lock.
 * Processes have an interpreter each, and so has a worker of Node's. Whoever computes here reads
 * the clock without pause: an interval that two of them have filled without a gap is one in which
 * both were running. See also sched(7), time(7).
 *
 *     pnpm chapter 09 proof cores
 */
import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";
import { holds, leaveOut } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import { type Connection, Pipe, Process } from "@netnotes/stdlib/multiprocessing";
import { Thread } from "@netnotes/stdlib/threading";

/** Milliseconds: a gap of which length means that one has not computed, and for how long both must have. */
const [GAP, AT_ONCE] = [0.05, 0.5];

/** What one has done: how often it read the clock, and from when to when without a gap. */
type Work = { reads: number; runs: [from: number, to: number][] };

const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Computes until a time, which is the same clock's for all. */
export function computes(parent: Connection): void {
  parent.send("ready");
  const end = parent.recv() as number;
  const work: Work = { reads: 0, runs: [] };
  let [from, last] = [now(), now()];
  for (let time = last; time < end; time = now()) {
    if (time - last > GAP) {
      work.runs.push([from, last]);
      from = time;
    }
    last = time;
    work.reads += 1;
  }
  work.runs.push([from, last]);
  parent.send(work);
}

/** The same in Python; one line of JSON, a list of what each has done. */
const PYTHON = `
import json, multiprocessing, sys, threading, time
length, GAP, kind, count = json.loads(sys.argv[1])

def computes(end, parent):
    reads, runs = 0, []
    start = last = time.monotonic() * 1000
    while last < end:
        now = time.monotonic() * 1000
        if now - last > GAP:
            runs.append([start, last])
            start = now
        last = now
        reads += 1
    parent.put({"reads": reads, "runs": [*runs, [start, last]]})

parent = multiprocessing.get_context("fork").SimpleQueue()
make = threading.Thread if kind == "thread" else multiprocessing.get_context("fork").Process
end = time.monotonic() * 1000 + length
all = [make(target=computes, args=(end, parent)) for _ in range(count)]
for one in all: one.start()
print(json.dumps([parent.get() for one in all]))
`;

function ours(Kind: typeof Thread | typeof Process, count: number, length: number): Work[] {
  const pipes = Array.from({ length: count }, () => {
    const [pipe, theirs] = Pipe();
    new Kind({ target: computes, args: [theirs] }).start();
    return pipe;
  });
  for (const pipe of pipes) pipe.recv();
  const end = now() + length;
  for (const pipe of pipes) pipe.send(end);
  return pipes.map((pipe) => pipe.recv() as Work);
}

function inPython(kind: "thread" | "process", count: number, length: number): Work[] {
  const given = JSON.stringify([length, GAP, kind, count]);
  return JSON.parse(spawnSync("python3", ["-c", PYTHON, given]).stdout.toString()) as Work[];
}

/** The longest time that two have computed at once, in milliseconds. */
function longest([one, other]: Work[]): number {
  const both = (one?.runs ?? []).flatMap(([from, to]) =>
    (other?.runs ?? []).map(([since, until]) => Math.min(to, until) - Math.max(from, since)),
  );
  return Math.max(0, ...both);
}

type Does = (count: number, length: number) => Work[];

function compare(name: string, atOnce: boolean, does: Does): void {
  const alone = does(1, 100)[0]?.reads ?? 0;
  let [best, gain] = [0, 0];
  // On a busy machine two may find no core each for a while: then they try for longer.
  for (let length = 100; length <= 3200; length *= 2) {
    const two = does(2, length);
    best = longest(two);
    gain = two.reduce((sum, { reads }) => sum + reads, 0) / alone / (length / 100);
    if (best >= AT_ONCE || !atOnce) break;
  }
  const figures = `${best.toFixed(1)} ms, and ${gain.toFixed(1)} times one's work`;
  const claim = atOnce ? "compute at once" : "never do";
  holds(`two ${name} ${claim}; the longest time`, atOnce === best >= AT_ONCE, figures);
}

export function main(): void {
  if (availableParallelism() < 2) return leaveOut("everything", "there is only one processor");
  compare("processes", true, (...how) => ours(Process, ...how));
  compare("threads of Node's", true, (...how) => ours(Thread, ...how));
  if (spawnSync("python3", ["--version"]).error) {
    return leaveOut("the same in Python", "there is no python3");
  }
  compare("processes of Python's", true, (...how) => inPython("process", ...how));
  compare("threads of Python's", false, (...how) => inPython("thread", ...how));
}

run(main);
