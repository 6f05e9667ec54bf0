/**
 * Runs a Python program in front of the terminal, and ends as it ends. Node cannot become another
 * program, so this process waits beside it.
 */
import type { Command } from "@netnotes/course/command";
import { inFront } from "../launch/front.mjs";

/** Ends this process with the program's exit status, or by the signal that ended it. */
export async function becomePython({ file, args }: Command): Promise<never> {
  try {
    const env = { ...process.env, NETNOTES_PARENT: String(process.pid) };
    process.exit(await inFront(file, args, { env }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = code === "ENOENT";
    console.error(
      missing ? `${file} is not on the PATH: install Python 3, or choose another way` : message,
    );
    process.exit(1);
  }
}
