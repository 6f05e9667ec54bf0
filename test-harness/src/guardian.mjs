/**
 * Outlives the process that starts programs, however that one dies, and takes the programs and their
 * folders away.
 *
 * One line each on standard input: `+PGID` when a process group begins, `-PGID` when it has ended; `+FOLDER`
 * and `-FOLDER` (URI-encoded) for a folder made for a test. The kernel closes the other end of the pipe with
 * the process that writes it, kill -9 or not; what is still there at the end of the input is taken away.
 */
import { readSync, rmSync } from "node:fs";

const guarded = new Set();
const buffer = Buffer.alloc(4096);
let rest = "";
for (;;) {
  const length = readSync(0, buffer);
  if (length === 0) break;
  const lines = (rest + buffer.toString("latin1", 0, length)).split("\n");
  // A line without its newline was cut short by a death: its number may be another's.
  rest = lines.pop() ?? "";
  for (const line of lines) {
    if (line.startsWith("+")) guarded.add(line.slice(1));
    else guarded.delete(line.slice(1));
  }
}
const isFolder = (/** @type {string} */ one) => one.startsWith("/");
for (const group of guarded) {
  if (isFolder(group)) continue;
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // it has ended by itself
  }
}
for (const folder of guarded) {
  if (!isFolder(folder)) continue;
  try {
    // What was just killed may still be writing into it.
    rmSync(decodeURI(folder), { recursive: true, force: true, maxRetries: 9 });
  } catch {
    // nobody is left to be told
  }
}
