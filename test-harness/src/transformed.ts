/** Where vitest keeps what it has transformed. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A folder for each lockfile and tsconfig: vitest would empty one and the same when the lockfile has changed, under
 * the runs beside it.
 *
 * @param root the repository's folder
 */
export function transformedIn(root: string): string {
  const madeBy = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "tsconfig.json"]) {
    madeBy.update(readFileSync(join(root, file)));
  }
  return join(root, "node_modules/.cache/vitest", madeBy.digest("hex").slice(0, 12));
}
