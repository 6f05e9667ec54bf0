/**
 * Outlives the process that starts programs, however that one dies, and takes the programs with it.
 *
 * One line a group on standard input: `+PGID` when a process group begins, `-PGID` when it has ended. The
 * kernel closes the other end of the pipe with the process that writes it, kill -9 or not; the groups
 * still there at the end of the input are killed.
 */
import { readSync } from "node:fs";

const groups = new Set();
const buffer = Buffer.alloc(4096);
let rest = "";
for (;;) {
  const length = readSync(0, buffer);
  if (length === 0) break;
  const lines = (rest + buffer.toString("latin1", 0, length)).split("\n");
  // A line without its newline was cut short by a death: its number may be another's.
  rest = lines.pop() ?? "";
  for (const line of lines) {
    const group = Number(line.slice(1));
    if (line.startsWith("+")) groups.add(group);
    else groups.delete(group);
  }
}
for (const group of groups) {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // it has ended by itself
  }
}
