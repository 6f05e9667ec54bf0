/**
 * What to say of a file or folder that the system refuses.
 */
import { FileError } from "./answer.ts";

const ADVICE: Record<string, string> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "that is a file: name a folder",
  EISDIR: "that is a folder: name a file in it",
  EACCES: "not allowed: choose a place of your own",
  EPERM: "not allowed: choose a place of your own",
  EROFS: "nothing can be written there: choose another place",
  ENOSPC: "the disk is full",
};

/**
 * Does what the system may refuse.
 *
 * @throws {FileError} when it does; see `fileFailure`
 */
export function allowed<T>(option: string, path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw fileFailure(option, path, error);
  }
}

/**
 * @param option what was asked for, such as `--html`
 * @param path the file or folder
 * @param error what `node:fs` threw
 * @returns the one line; a bug, which has no errno, stays what it is
 */
export function fileFailure(option: string, path: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  return new FileError(`${option}: ${code} ${path}: ${ADVICE[code] ?? message}`);
}
