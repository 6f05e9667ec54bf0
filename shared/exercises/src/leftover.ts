/**
 * Processes that a program has left running when it ended by itself.
 */
import { CallSite } from "@netnotes/test-harness/failure";
import { livingIn } from "@netnotes/test-harness/leftover";
import type { Running } from "@netnotes/test-harness/running";
import type { Stage } from "@netnotes/test-harness/stage";

/** @throws {Failure} naming them, when the program has ended and some of its group have not */
export function leftBehind(stage: Stage, program: Running): void {
  if (program.status === undefined || !isThere(program.pid)) return;
  const left = livingIn(program.pid);
  if (left.length === 0) return;
  const message = `your program ended and left processes running:\n${left.join("\n")}`;
  throw stage.failure(message, new CallSite());
}

/** Whether anything of the process group is still there, be it only to be reaped. */
function isThere(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
