/**
 * A chapter's package.json: what npm wants to know of it, and what the course does.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Why ways do not exist, by role and way. */
export type Without = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface ChapterPackage {
  readonly name?: string;
  readonly description?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly netnotes?: {
    readonly without?: Without;
    /** Files and folders beyond the layout, relative to the chapter: an `index.html`, a `data` folder. */
    readonly files?: readonly string[];
  };
}

/**
 * Reads a chapter's package.json.
 *
 * @param folder the chapter's absolute path
 * @returns an empty one where there is no such file
 * @throws {Error} naming the file, when it is not JSON
 */
export function readPackage(folder: string): ChapterPackage {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, "utf8")) as ChapterPackage;
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}
