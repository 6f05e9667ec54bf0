/** Descriptors that select has no bit for. */
import { onTestFinished } from "vitest";
import { close, fcntl } from "../src/libc/calls.ts";
import { constants } from "../src/libc/constants.ts";
import { pair } from "./pairs.ts";

/** A descriptor from 1024 on. Where the system allows none, it says so and returns nothing. */
export function highDescriptor(): number | undefined {
  const [a] = pair();
  const fd = fcntl(a.fileno(), constants.F_DUPFD_CLOEXEC, "int", constants.FD_SETSIZE);
  if (fd === -1) {
    console.log("skipped: this system allows a process no more than 1024 descriptors");
    return undefined;
  }
  onTestFinished(() => void close(fd));
  return fd;
}
