/**
 * A process saves no resources: it costs processor time to start, and memory while it is there.
 *
 * A thread costs less, a call nothing to speak of. What several of them gain is time, when there
 * are processors for them (proof cores). The figures are of this machine, now; see also fork(2),
 * posix_spawn(3), pthread_create(3).
 *
 *     pnpm chapter 09 proof cost
 */
import { spawnSync } from "node:child_process";
import { holds, leaveOut } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import { type Connection, Pipe, Process } from "@netnotes/stdlib/multiprocessing";
import { Thread } from "@netnotes/stdlib/threading";

/** Milliseconds of processor time and of the clock for one thread, one fork, one spawn. */
const PYTHON = `
import multiprocessing, resource, sys, threading, time

def used():
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(who)[:2]) for who in whose)

def measure(make, times):
    before, start = used(), time.monotonic()
    for _ in range(times):
        one = make(target=sum, args=(range(1000),))
        one.start()
        one.join()
    elapsed = time.monotonic() - start
    return (used() - before) / times * 1000, elapsed / times * 1000

if __name__ == "__main__":
    for name, make, times in [
        ("thread", threading.Thread, 100),
        ("process, forked", multiprocessing.get_context("fork").Process, 5),
        ("process, spawned", multiprocessing.get_context("spawn").Process, 1),
    ]:
        print(name, *measure(make, times), sep="|")
`;

export function task(): void {
  let sum = 0;
  for (let i = 0; i < 1000; i += 1) sum += i;
  if (sum < 0) throw new Error("never");
}

/** What a child has used since its beginning: processor time in milliseconds, memory in MB. */
export function taskInProcess(parent: Connection): void {
  task();
  const { user, system } = process.cpuUsage();
  parent.send([(user + system) / 1000, process.memoryUsage.rss() / 2 ** 20]);
}

/** Milliseconds of this process's processor time, threads included, and of the clock. */
function measure(action: () => void, times: number): [cpu: number, wall: number] {
  const [before, start] = [process.cpuUsage(), performance.now()];
  for (let time = 0; time < times; time += 1) action();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000 / times, (performance.now() - start) / times];
}

function inThread(): void {
  const thread = new Thread({ target: task });
  thread.start();
  thread.join();
}

function inProcess(): [cpu: number, memory: number] {
  const [pipe, theirs] = Pipe();
  const child = new Process({ target: taskInProcess, args: [theirs] });
  child.start();
  theirs.close();
  const used = pipe.recv() as [number, number];
  child.join();
  return used;
}

function row(name: string, cpu: number, wall: number, more = ""): void {
  const figures = [cpu, wall].map((ms) => ms.toFixed(ms < 1 ? 3 : 1).padStart(9));
  console.log(`  ${name.padEnd(26)}${figures.join("")}${more}`);
}

export function main(): void {
  console.log(`  ${"ms for a small task, in a".padEnd(26)}processor    clock`);
  const call = measure(task, 1000);
  row("call", ...call);
  const first = measure(inThread, 1);
  row("thread, the first", ...first);
  const thread = measure(inThread, 3);
  row("thread, a later one", ...thread);
  let [cpu, memory] = [0, 0];
  const [ours, wall] = measure(() => ([cpu, memory] = inProcess()), 1);
  row("process", ours + cpu, wall, `, and ${memory.toFixed(0)} MB`);

  const times = (one: number) => `${Math.round(one / call[0])} times as much`;
  holds(
    "processor time of a process, against a call",
    ours + cpu > 10 * call[0],
    times(ours + cpu),
  );
  holds("  of a new thread", first[0] > 10 * call[0], times(first[0]));

  const { error, stdout } = spawnSync("python3", ["-c", PYTHON], { encoding: "utf8" });
  if (error) return leaveOut("the same in Python", "there is no python3");
  const python = stdout
    .trim()
    .split("\n")
    .map((line) => line.split("|"));
  for (const [name, cpu, wall] of python) row(`Python: ${name}`, Number(cpu), Number(wall));
}

run(main);
