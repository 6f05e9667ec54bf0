/**
 * Standard input among the watched: its buffer hides lines, and its end is ready for ever.
 *
 * A terminal hands over a line at a time, so there the fault hides until somebody pastes three. An
 * ordinary file is always ready. See also select(2), read(2), epoll_ctl(2).
 *
 *     pnpm chapter 08 proof stdin
 */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { outcome, shows } from "@netnotes/course/proof";
import { b, repr, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";

const { raw } = sys.stdin.buffer;

/** How many of these are ready now. */
function ready(...watched: select.FileDescriptorLike[]): number {
  return select.select(watched, [], [], 0)[0].length;
}

/** What a process does whose standard input holds three lines, and stays open. */
function buffered(): void {
  shows("three lines have come: ready", ready(sys.stdin), 1);
  shows("  readline", repr(sys.stdin.readline()), "'one\\n'");
  shows("  ready, while two lines wait in the buffer", ready(sys.stdin), 0);
  shows("  readline brings them all the same", repr(sys.stdin.readline()), "'two\\n'");
}

/** What one does that reads without the buffer, up to the end. */
function unbuffered(): void {
  shows("three lines have come: a read without the buffer", repr(raw.read(4096)), repr(LINES));
  let returns = 0;
  for (let turn = 0; turn < 1000; turn += 1) returns += ready(sys.stdin);
  shows("  the input has ended: of 1000 waits returned at once", returns, 1000);
  shows("  and a read brings", repr(raw.read(4096)), "b''");
}

const LINES = b`one\ntwo\nthree\n`;
const PARTS: Record<string, () => void> = { buffered, unbuffered };

/** Runs a part of this proof as a process of its own, with these lines as its standard input. */
function withInput(part: string, ended: boolean): void {
  const [ours, theirs] = socket.socketpair();
  ours.sendall(LINES);
  if (ended) ours.shutdown(socket.SHUT_WR);
  const own = process.argv[1] ?? "";
  const runner = resolve(own, "../../../../shared/course/run.cjs");
  const stdio = [theirs.fileno(), "inherit", "inherit"] as const;
  const { status } = spawnSync(process.execPath, [runner, own, part], { stdio: [...stdio] });
  if (status !== 0) process.exitCode = 1;
  for (const s of [ours, theirs]) s.close();
}

function file(): void {
  const own = openSync(process.argv[1] ?? "", "r");
  shows("an ordinary file: ready", ready(own), 1);
  readFileSync(own);
  shows("  and at its end", ready(own), 1);
  if (process.platform === "linux") {
    const epoll = select.epoll();
    const refusal = outcome(() => epoll.register(own, select.EPOLLIN));
    shows("  so epoll takes none", refusal, "EPERM");
    epoll.close();
  }
  closeSync(own);
}

export function main(): void {
  const part = PARTS[process.argv[2] ?? ""];
  if (part) return part();
  withInput("buffered", false);
  withInput("unbuffered", true);
  file();
}

run(main);
