/** Files and folders as Python opens and makes them. */
import fs from "node:fs";
import path from "node:path";

/**
 * `with open(…) as file:`: a file that is closed whatever happens to it.
 *
 * @param flags as fopen(3) has them, such as "r" or "w"
 */
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

/**
 * `open(…, "rb")`: a file to read, and never a folder.
 *
 * @throws EISDIR for a folder, which open(2) takes and only read(2) refuses
 */
export function openFile(path: string): number {
  const file = fs.openSync(path, "r");
  // to write into a folder is refused by open(2) itself, which knows its name
  if (fs.fstatSync(file).isDirectory()) fs.openSync(path, "r+");
  return file;
}

/**
 * `os.makedirs(…, exist_ok=True)`: a folder, with all that it lies in.
 *
 * (Node's own `recursive` tries for ever where a folder takes none: /proc.)
 */
export function makedirs(folder: string): void {
  const parent = path.dirname(folder);
  if (!fs.existsSync(parent)) makedirs(parent);
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    const there = fs.statSync(folder, { throwIfNoEntry: false });
    if (!there?.isDirectory()) throw error;
  }
}
