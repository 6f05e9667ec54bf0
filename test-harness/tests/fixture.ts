/** The programs that these tests start: two lines each, one misbehaviour each. */
import { join } from "node:path";
import { root } from "@netnotes/compile";

/** The path of a fixture program. */
export function fixture(name: string): string {
  return join(root, "test-harness/tests/fixtures", name);
}
