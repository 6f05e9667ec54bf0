/**
 * Keeps the CPU that it is pinned to from falling asleep, for as long as its parent lives:
 *
 *     chrt --idle 0 taskset --cpu-list 1 node spin.mjs PARENT
 */
import { writeFileSync } from "node:fs";

const parent = Number(process.argv[2]);

try {
  // Among its session's processes it comes last by chrt; the session itself, too, must come last (sched(7)).
  writeFileSync("/proc/self/autogroup", "19");
} catch {
  // This kernel doesn't share its time out by sessions.
}

while (process.ppid === parent);
