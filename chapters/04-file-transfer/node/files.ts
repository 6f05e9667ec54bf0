/** Opens files and makes folders, and says at once where that can't be. */
import { existsSync } from "node:fs";
import { type FileHandle, mkdir, open, stat } from "node:fs/promises";
import path from "node:path";

/**
 * A file to read, and never a folder.
 *
 * @throws EISDIR for a folder, which open(2) takes and only read(2) refuses
 */
export async function openFile(path: string): Promise<FileHandle> {
  const file = await open(path, "r");
  // to write into a folder is refused by open(2) itself, which knows its name
  if ((await file.stat()).isDirectory()) await open(path, "r+");
  return file;
}

/**
 * Makes a folder, with all that it lies in; one that is there is right.
 *
 * (Node's own `recursive` tries for ever where a folder takes none: /proc.)
 */
export async function makedirs(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  if (!existsSync(parent)) await makedirs(parent);
  try {
    await mkdir(folder);
  } catch (error) {
    const there = await stat(folder).catch(() => undefined);
    if (!there?.isDirectory()) throw error;
  }
}
