/**
 * A parent waits for its children, nobody for a daemon, and the kernel for the parent.
 *
 * A child that has ended stays in the kernel's table, as a zombie, until its parent asks for it. A
 * spawned one runs the program's file again, so that the file must not start it again. See also
 * wait(2), proc(5).
 *
 *     pnpm chapter 09 proof lifetimes
 */
// on: linux
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holds, leaveOut, shows } from "@netnotes/course/proof";
import { EOFError, run } from "@netnotes/stdlib/builtins";
import { type Connection, Pipe, Process } from "@netnotes/stdlib/multiprocessing";
import * as select from "@netnotes/stdlib/select";
import * as time from "@netnotes/stdlib/time";

/** A parent: it starts a child, and has nothing more to do. */
export function startsChild(pipe: Connection, daemon: boolean): void {
  new Process({ target: waits, args: [pipe], daemon }).start();
  pipe.send("has returned");
}

/** A child: says whose it is whenever it is asked, until it may go. */
export function waits(pipe: Connection): void {
  while (pipe.recv() !== "go") pipe.send(process.ppid);
}

export function nothing(): void {}

/** A parent whose function is over, and the pipe to its child. */
function family(daemon: boolean) {
  const [pipe, theirs] = Pipe();
  const parent = new Process({ target: startsChild, args: [theirs, daemon] });
  parent.start();
  theirs.close();
  pipe.recv();
  return { parent, pipe };
}

/** Whether a child is over: nobody has the other end of its pipe any more. */
function isOver(pipe: Connection): boolean {
  try {
    if (pipe.poll(5)) pipe.recv();
  } catch (error) {
    return error instanceof EOFError;
  }
  return false;
}

function parents(): void {
  const usual = family(false);
  usual.parent.join(0.3);
  shows("a parent whose function is over, its child is not: it waits", usual.parent.exitcode, null);
  usual.pipe.send("go");
  usual.parent.join(5);
  shows("  the child ends: the parent's exit status", usual.parent.exitcode, 0);

  const lord = family(true);
  lord.parent.join(5);
  shows("the same with a daemon: the parent's exit status", lord.parent.exitcode, 0);
  shows("  and the daemon, which nobody has told to go, is over", isOver(lord.pipe), true);

  const victim = family(false);
  victim.parent.kill();
  victim.parent.join(5);
  shows("a parent that is killed: its exit status", victim.parent.exitcode, -9);
  victim.pipe.send("whose child are you?");
  const now = victim.pipe.recv();
  holds("  its child goes on, as the child of", now !== victim.parent.pid, now);
  victim.pipe.send("go");
  shows("  until it ends by itself", isOver(victim.pipe), true);
}

function zombie(): void {
  const child = new Process({ target: nothing });
  child.start();
  select.select([child.sentinel], [], []);
  const stat = `/proc/${child.pid}/stat`;
  const state = () => /\) (\w)/.exec(readFileSync(stat, "utf8"))?.[1];
  for (const start = time.monotonic(); state() !== "Z" && time.monotonic() - start < 5;) {
    time.sleep(0.005);
  }
  shows("a child that has ended: its state in the kernel", state(), "Z");
  child.join();
  shows("  its parent has joined it; the kernel knows it", existsSync(stat), false);
}

/** How a Python program that starts a process goes, with main's guard or without. */
function inPython(method: "fork" | "spawn", guard: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "netnotes-"));
  const file = join(folder, "program.py");
  writeFileSync(
    file,
    `import multiprocessing
child = multiprocessing.get_context("${method}").Process(target=print, args=("hello",))
${guard}child.start(); child.join(); print("exit status", child.exitcode)`,
  );
  const { stdout, stderr } = spawnSync("python3", ["-u", file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const error = /^(\w+Error):\s+An attempt/m.exec(stderr)?.[1] ?? [];
  return [...stdout.trim().split("\n"), error].flat();
}

export function main(): void {
  parents();
  zombie();
  if (spawnSync("python3", ["--version"]).error) {
    return leaveOut("the main guard", "there is no python3");
  }
  shows("Python, spawn, no guard", inPython("spawn", ""), ["exit status 1", "RuntimeError"]);
  const guard = 'if __name__ == "__main__": ';
  shows("  with main's guard", inPython("spawn", guard), ["hello", "exit status 0"]);
  shows("  fork, without it", inPython("fork", ""), ["hello", "exit status 0"]);
}

run(main);
