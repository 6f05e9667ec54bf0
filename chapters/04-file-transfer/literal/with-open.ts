/** `with open(…) as file:`: a file that is closed whatever happens to it. */
import fs from "node:fs";

/** @param flags as fopen(3) has them, such as "r" or "w" */
export function withOpen(
  path: string,
  flags: string,
  use: (file: number) => void,
): void {
  const file = fs.openSync(path, flags);
  try {
    use(file);
  } finally {
    fs.closeSync(file);
  }
}
