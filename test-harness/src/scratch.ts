/**
 * A folder for one test, away from the sources.
 */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { guard, release, startGuardian } from "./guardian.ts";
import type { Stage } from "./stage.ts";

/**
 * Makes an empty folder that is removed, with everything in it, when the stage is cleared, or when this
 * process dies before that.
 *
 * @returns its absolute path, short enough for a Unix socket in it wherever the temporary folder's is
 */
export function scratchOn(stage: Stage): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "netnotes-")));
  startGuardian();
  guard(folder);
  stage.atLast(() => {
    rmSync(folder, { recursive: true, force: true });
    release(folder);
  });
  return folder;
}
