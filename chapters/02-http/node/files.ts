/**
 * Finds the file that a request names, and none outside of the folder.
 *
 * See also RFC 9112, section 3.2 (request targets).
 */
import { realpathSync, statSync } from "node:fs";
import { readFile as read, realpath, stat } from "node:fs/promises";
import path from "node:path";

/** The chapter's own pages. */
export const SITE = path.join(import.meta.dirname, "..", "site");
export const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

export interface Found {
  readonly content: Buffer;
  readonly kind: string;
}

/** The folder of that name as it really lies: absolute, and without links. */
export function folder(name: string): string {
  if (!statSync(name, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`--folder must be a folder: ${name}`);
    process.exit(2);
  }
  return realpathSync.native(name);
}

/** The path in a request target, decoded; null where there is none, or a bad one. */
export function pathOf(target: string): string | null {
  // A proxy is sent a whole URI, and a server has to understand that too.
  // (`new URL` would do more than is wanted: it takes each ".." away.)
  const local = target.replace(/^https?:\/\/[^/?#]+\/?/i, "/");
  const [encoded = ""] = local.split("?");
  if (!encoded.startsWith("/") || target.includes("#")) return null;
  try {
    const decoded = decodeURIComponent(encoded);
    return decoded.includes("\0") ? null : decoded;
  } catch {
    return null; // not UTF-8, or a % without its two digits
  }
}

/**
 * A file's content and type; null where there is none, or it is not in the folder.
 *
 * `root` is a folder as `folder` gives it.
 */
export async function readFile(
  root: string,
  name: string,
): Promise<Found | null> {
  try {
    // Where it lies is known only when each ".." and each link has been followed.
    const file = await realpath(
      root + name + (name.endsWith("/") ? "index.html" : ""),
    );
    if (!(await stat(file)).isFile()) return null;
    if (!file.startsWith(path.join(root, "/"))) return null;
    const kind = TYPES[path.extname(file)] ?? "application/octet-stream";
    return { content: await read(file), kind };
  } catch {
    return null;
  }
}
