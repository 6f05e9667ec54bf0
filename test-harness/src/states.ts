/**
 * What the kernel says that a process is doing: running, asleep, stopped.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/**
 * Whether all threads of a process are in one of these states. A process that has ended, or whose thread
 * ends while we look, is in none; on Windows, which does not tell, it is in any.
 *
 * @param states letters of proc_pid_stat(5) and ps(1): S and I sleep, T is stopped by a signal
 */
export function isIn(states: string, pid: number): boolean {
  if (process.platform === "win32") return true;
  try {
    return statesOf(pid).every((state) => states.includes(state));
  } catch (error) {
    const { code, status } = error as NodeJS.ErrnoException & { status?: number };
    // ps ends with 1 where there is no such process.
    if (code === "ENOENT" || code === "ESRCH" || status === 1) return false;
    throw error;
  }
}

/** The state of each thread, or of the process as a whole: a letter, which ps may let others follow. */
function statesOf(pid: number): string[] {
  if (process.platform !== "linux") {
    const said = execFileSync("ps", ["-o", "state=", "-p", String(pid)], { encoding: "utf8" });
    return [said.trim().charAt(0)];
  }
  return readdirSync(`/proc/${pid}/task`).map((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, "latin1");
    // The name before it, in parentheses, may have any character.
    return stat.charAt(stat.lastIndexOf(")") + 2);
  });
}
