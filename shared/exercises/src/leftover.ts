/**
 * Processes that a program has left running when it ended by itself.
 */
import { whoHolds } from "@netnotes/test-harness/leftover";
import { CallSite } from "@netnotes/test-harness/failure";
import type { Running } from "@netnotes/test-harness/running";
import type { Stage } from "@netnotes/test-harness/stage";

/** @throws {Failure} naming them, when the program has ended and some of its group have not */
export function leftBehind(stage: Stage, program: Running): void {
  if (program.status === undefined || !isAlive(program.pid)) return;
  throw stage.failure(`your program ended, but ${whoHolds(program.pid)}`, new CallSite());
}

/** Whether anything of the process group is still there. */
function isAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch {
    return false;
  }
}
