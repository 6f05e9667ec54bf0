/**
 * Where select ends, and what a server meets that has no descriptor left.
 *
 * An fd_set has a bit for each descriptor from 0 to 1023. poll and epoll have no such end; the
 * limit of open files (ulimit -n) is everybody's. See also select(2), getrlimit(2), accept(2).
 *
 *     pnpm chapter 08 proof limits
 */
import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { resolve } from "node:path";
import { leaveOut, outcome, shows } from "@netnotes/course/proof";
import { run, ValueError } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

/** What a wait comes to: an error's words, or `ok`. */
function waiting(wait: () => unknown): string {
  try {
    return outcome(wait);
  } catch (error) {
    if (error instanceof ValueError) return error.message;
    throw error;
  }
}

function polled(s: socket.Socket): number {
  const p = select.poll();
  p.register(s, select.POLLIN);
  return p.poll(0).length;
}

/** select's end: sockets with the descriptors 1023 and 1024. */
function fdSet(): void {
  const files: number[] = [];
  try {
    do files.push(openSync("/dev/null", "r"));
    while ((files.at(-1) ?? 0) < 1022);
    const [last, beyond] = [socket.socket(), socket.socket()];
    shows("two sockets have the descriptors", [last.fileno(), beyond.fileno()], [1023, 1024]);
    shows(
      "  select takes the first",
      waiting(() => select.select([last], [], [], 0)),
      "ok",
    );
    const refusal = "filedescriptor out of range in select()";
    shows(
      "  and of the second it says",
      waiting(() => select.select([beyond], [], [], 0)),
      refusal,
    );
    shows(
      "  poll takes it",
      waiting(() => polled(beyond)),
      "ok",
    );
    for (const s of [last, beyond]) s.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EMFILE") throw error;
    leaveOut("descriptor 1024", "this shell's limit of open files is lower (ulimit -n)");
  }
  for (const file of files) closeSync(file);
}

/** The limit of open files; a process of its own meets it, under `ulimit -n 100`. */
function openFiles(): void {
  const server = socket.create_server(["127.0.0.1", 0]);
  const clients = [socket.create_connection(server.getsockname())];
  const files: number[] = [];
  const fill = () => {
    for (;;) files.push(openSync("/dev/null", "r"));
  };
  shows("no descriptor is left: open says", outcome(fill), "EMFILE");
  const ready = () => select.select([server], [], [], 0)[0].length;
  const answers = [1, 2, 3].map(() => `${ready()} ready, ${outcome(() => server.accept())}`);
  const again = "1 ready, EMFILE";
  shows("  a client waits: select, accept, and again", answers, [again, again, again]);
  closeSync(files.pop() ?? -1);
  shows(
    "  one file is closed: accept",
    outcome(() => server.accept()),
    "ok",
  );
  for (const s of [...clients, server]) s.close();
  for (const file of files) closeSync(file);
}

export function main(): void {
  const own = process.argv[1] ?? "";
  if (process.argv[2] === "full") return openFiles();
  fdSet();
  const runner = resolve(own, "../../../../shared/course/run.cjs");
  const script = 'ulimit -n 100 && exec "$0" "$@"';
  const command = ["-c", script, process.execPath, runner, own, "full"];
  const { status } = spawnSync("sh", command, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) process.exitCode = 1;
}

run(main);
