/**
 * The Node way waits, too: in epoll_wait, with its listening socket among the watched.
 *
 * It starts both servers of this chapter, lets them wait, and asks the kernel where. On macOS the
 * event loop's call is kevent. See also epoll(7), proc_pid_fdinfo(5), proc_pid_wchan(5).
 *
 *     pnpm chapter 08 proof event-loop
 */
// on: linux
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { resolve } from "node:path";
import { holds, leaveOut, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

const CHAPTER = resolve(process.argv[1] ?? "", "../..");

/** A server that has said that it waits: its process, and its port. */
function started(file: string): [pid: number, port: number] {
  const runner = resolve(CHAPTER, "../../shared/course/run.cjs");
  const [ours, theirs] = socket.socketpair();
  const args = [runner, resolve(CHAPTER, file), "--port", "0"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", theirs.fileno(), "inherit"] });
  theirs.close();
  let said = "";
  ours.settimeout(20);
  while (!said.includes("等待IO发生\n")) {
    const more = ours.recv(1024);
    if (more.length === 0) throw new Error(`${file} has ended`);
    said += more.toString("utf-8");
  }
  return [child.pid ?? 0, Number(/:(\d+)\n/.exec(said)?.[1])];
}

/** The descriptors of a process, each with what it is: `socket:[123]`, `anon_inode:[eventpoll]`. */
function descriptors(pid: number): Map<number, string> {
  const all = new Map<number, string>();
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    // One that it has closed meanwhile is none any more.
    outcome(() => all.set(Number(fd), readlinkSync(`/proc/${pid}/fd/${fd}`)));
  }
  return all;
}

/** What its epoll instances watch. */
function watched(pid: number): string[] {
  const all = descriptors(pid);
  const epolls = [...all].filter(([, what]) => what.includes("[eventpoll]"));
  const lists = epolls.map(([fd]) => readFileSync(`/proc/${pid}/fdinfo/${fd}`, "utf8"));
  const fds = [...lists.join("\n").matchAll(/^tfd:\s+(\d+)/gm)];
  return fds.map(([, fd]) => all.get(Number(fd)) ?? "");
}

/** The socket that listens on a port, as it is called in a list of descriptors. */
function listening(port: number): string {
  const hex = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const lines = readFileSync("/proc/net/tcp", "utf8").split("\n");
  const fields = lines.map((line) => line.trim().split(/\s+/));
  const found = fields.find(([, local, , state]) => local?.endsWith(hex) && state === "0A");
  return `socket:[${found?.[9]}]`;
}

/** The last answer to a question, once it is as expected, or 5 s later. */
function eventually<T>(ask: () => T, expected: (answer: T) => boolean): T {
  for (const start = time.monotonic(); ; time.sleep(0.01)) {
    const answer = ask();
    if (expected(answer) || time.monotonic() - start > 5) return answer;
  }
}

/** In which of the kernel's functions it sleeps; a kernel that keeps that secret says "0". */
function where(what: string, pid: number, expected: RegExp): void {
  const ask = () => readFileSync(`/proc/${pid}/wchan`, "utf8");
  const found = eventually(ask, (name) => expected.test(name));
  if (found === "0") leaveOut(what, "this kernel does not tell");
  else holds(what, expected.test(found), found);
}

export function main(): void {
  const pids: number[] = [];
  try {
    for (const [way, isInEpoll, sleepsIn] of [
      ["node", true, /^(?:do_)?epoll|^ep_poll/],
      ["literal", false, /select|^poll_/],
    ] as const) {
      const [pid, port] = started(`${way}/server.ts`);
      pids.push(pid);
      const ask = () => watched(pid).includes(listening(port));
      const isWatched = eventually(ask, (answer) => answer === isInEpoll);
      shows(`the ${way} way: its listening socket is in an epoll`, isWatched, isInEpoll);
      where("  and it sleeps in the kernel's function", pid, sleepsIn);
    }
  } finally {
    for (const pid of pids) process.kill(pid, "SIGKILL");
  }
}

run(main);
