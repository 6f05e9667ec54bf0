/**
 * A folder for one test, away from the sources.
 */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stage } from "./stage.ts";

/**
 * Makes an empty folder that is removed, with everything in it, when the stage is cleared.
 *
 * @returns its absolute path, short enough for a Unix socket in it wherever the temporary folder's is
 */
export function scratchOn(stage: Stage): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "netnotes-")));
  stage.atLast(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
