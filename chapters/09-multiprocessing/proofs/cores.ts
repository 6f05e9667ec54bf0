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

/** Milliseconds. Whoever has not read the clock for so long has not computed meanwhile. */
const GAP = 0.1;
/** For so long both must have: if they took turns, they would leave gaps. */
const AT_ONCE = 0.5;

/** From when to when one has computed without a gap. */
type Runs = [from: number, to: number][];
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Computes until a time, which is the same clock's for all. */
export function computes(parent: Connection): void {
  parent.send("ready");
  const end = parent.recv() as number;
  const runs: Runs = [];
  let [from, last] = [now(), now()];
  for (let time = last; time < end; time = now()) {
    if (time - last > GAP) {
      runs.push([from, last]);
      from = time;
    }
    last = time;
  }
  parent.send([...runs, [from, last]]);
}

/** The same in Python; one line of JSON, a list of what each has done. */
const PYTHON = `
import json, multiprocessing, sys, threading, time
length, GAP, kind = json.loads(sys.argv[1])

def computes(end, parent):
    runs = []
    start = last = time.monotonic() * 1000
    while last < end:
        now = time.monotonic() * 1000
        if now - last > GAP:
            runs.append([start, last])
            start = now
        last = now
    parent.put([*runs, [start, last]])

parent = multiprocessing.get_context("fork").SimpleQueue()
make = threading.Thread if kind == "thread" else multiprocessing.get_context("fork").Process
end = time.monotonic() * 1000 + length
all = [make(target=computes, args=(end, parent)) for _ in range(2)]
for one in all: one.start()
print(json.dumps([parent.get() for one in all]))
`;

function ours(Kind: typeof Thread | typeof Process, length: number): Runs[] {
  const pipes = [0, 1].map(() => {
    const [pipe, theirs] = Pipe();
    new Kind({ target: computes, args: [theirs] }).start();
    return pipe;
  });
  for (const pipe of pipes) pipe.recv();
  const end = now() + length;
  for (const pipe of pipes) pipe.send(end);
  return pipes.map((pipe) => pipe.recv() as Runs);
}

function inPython(kind: "thread" | "process", length: number): Runs[] {
  const given = JSON.stringify([length, GAP, kind]);
  return JSON.parse(spawnSync("python3", ["-c", PYTHON, given]).stdout.toString()) as Runs[];
}

/** For how long both have computed at once: at most on end, and in all. */
function atOnce([one = [], other = []]: Runs[]): [longest: number, sum: number] {
  let [longest, sum] = [0, 0];
  for (let [i, k] = [0, 0]; i < one.length && k < other.length;) {
    const [[from, to], [since, until]] = [one[i]!, other[k]!];
    const time = Math.max(0, Math.min(to, until) - Math.max(from, since));
    [longest, sum] = [Math.max(longest, time), sum + time];
    [i, k] = to < until ? [i + 1, k] : [i, k + 1]; // the next of whichever ended first
  }
  return [longest, sum];
}

function compare(name: string, expected: boolean, two: (length: number) => Runs[]): void {
  let [longest, sum, length] = [0, 0, 60];
  // On a busy machine two may find no core each for a while: then they try for longer.
  for (; length <= 3840; length *= 2) {
    [longest, sum] = atOnce(two(length));
    if (longest >= AT_ONCE || !expected) break;
  }
  const part = ((sum / length) * 100).toFixed(0);
  const figures = `${part} % of the time, ${longest.toFixed(1)} ms on end`;
  const claim = expected ? "compute at the same time" : "never do";
  holds(`two ${name} ${claim}`, expected === longest >= AT_ONCE, figures);
}

export function main(): void {
  if (availableParallelism() < 2) return leaveOut("everything", "there is only one processor");
  compare("processes", true, (length) => ours(Process, length));
  compare("threads of Node's", true, (length) => ours(Thread, length));
  if (spawnSync("python3", ["--version"]).error) {
    return leaveOut("the same in Python", "there is no python3");
  }
  compare("processes of Python's", true, (length) => inPython("process", length));
  compare("threads of Python's", false, (length) => inPython("thread", length));
}

run(main);
