/**
 * Is there a python3 here, and which?
 */
import { spawnSync } from "node:child_process";

let found: string | undefined;
let asked = false;

/** What is said where python3 is missing, and what an attempt to start a program says then. */
export const SKIPPED = "python3 is missing: the Python programs are skipped";
export const MISSING = "python3 is missing: it must be on the PATH";

/** The path of the interpreter itself, behind whatever launcher `python3` is; undefined without one. */
export function python(): string | undefined {
  if (!asked) {
    asked = true;
    const command = "import sys; print(sys.executable)";
    const { status, stdout } = spawnSync("python3", ["-I", "-S", "-c", command], {
      encoding: "utf8",
    });
    if (status === 0) found = stdout.trim();
  }
  return found;
}
