/**
 * Keyword arguments go by name, not by number; and what does not fit, only the child finds out.
 *
 * A process that was given a name is counted like the others, so that the next one without a name
 * skips a number. See also multiprocessing's Process.
 *
 *     pnpm chapter 09 proof arguments-rules
 */
import { spawnSync } from "node:child_process";
import { leaveOut, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import { type Connection, Pipe, Process } from "@netnotes/stdlib/multiprocessing";

/** As `def music(name, num=3)` in Python: how each call ends, and the names that are counted. */
const PYTHON = `
import multiprocessing, os
multiprocessing.set_start_method("fork")

def music(name, num=3):
    for i in range(1, num):
        name.upper()

def ends(**given):
    process = multiprocessing.Process(target=music, **given)
    process.start()
    process.join()
    print(process.exitcode)

os.close(2)
ends(kwargs={"num": 3, "name": "x"})
ends(kwargs={"num": 3, "nom": "x"})
ends(kwargs={"name": "x"})
ends(args=("x",), kwargs={"num": 3})
ends(args=("x", 3, 3))
ends(args=(3, "x"))
print(*(multiprocessing.Process(name=name).name for name in [None, "QQ", "WX", None]))
`;

export function music(parent: Connection, { name, num }: { name: string; num: number }): void {
  parent.send([String(name), String(num)]);
}

/** What a process of ours gets of the keyword arguments. */
function gets(kwargs: object): unknown {
  const [pipe, theirs] = Pipe();
  const given = kwargs as Parameters<typeof music>[1];
  const child = new Process({ target: music, args: [theirs], kwargs: given });
  child.start();
  theirs.close();
  const got = pipe.recv();
  child.join();
  return got;
}

export function main(): void {
  const { error, stdout } = spawnSync("python3", ["-c", PYTHON], { encoding: "utf8" });
  if (error) leaveOut("Python's rules", "there is no python3");
  else {
    const [right, misnamed, fewer, mixed, more, swapped, names] = stdout.trim().split("\n");
    shows("music(name, num=3), by name, in another order: exit status", right, "0");
    shows("  the right number of them, one with another name", misnamed, "1");
    shows("  fewer, the other has a default", fewer, "0");
    shows("  one by order, one by name", mixed, "0");
    shows("  three by order", more, "1");
    shows("  two by order, of the wrong types: it starts, and fails inside", swapped, "1");
    shows("names: none, QQ, WX, none, after six others", names, "Process-7 QQ WX Process-10");
  }

  const known = [undefined, "QQ", "WX", undefined].map((name) =>
    name === undefined ? new Process().name : new Process({ name }).name,
  );
  shows("ours: none, QQ, WX, none", known, ["Process-1", "QQ", "WX", "Process-4"]);
  shows("  by name, in another order", gets({ num: 3, name: "x" }), ["x", "3"]);
  shows("  JavaScript has no wrong name, only a missing one", gets({ num: 3, nom: "x" }), [
    "undefined",
    "3",
  ]);
}

run(main);
