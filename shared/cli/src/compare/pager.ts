/**
 * A text that is longer than the screen goes through a pager, for a person at a terminal.
 */
import { spawn } from "node:child_process";
import { show } from "../show.ts";

/**
 * Shows lines: through `$PAGER`, else `less`, when stdout is a terminal with fewer rows; at once otherwise.
 *
 * An empty `$PAGER` is none, a dumb terminal has none. Leaving the pager early is no error.
 */
export async function paged(lines: readonly string[]): Promise<void> {
  const { isTTY, rows } = process.stdout;
  const fits = !isTTY || lines.length < (rows || 24);
  const none = process.env["PAGER"] === "" || process.env["TERM"] === "dumb";
  if (fits || none || !(await throughPager(lines))) show(lines);
}

/** @returns whether there is a pager */
function throughPager(lines: readonly string[]): Promise<boolean> {
  const pager = process.env["PAGER"];
  const child = spawn(pager ?? "less", {
    // $PAGER may have arguments, and is the shell's to read.
    shell: pager !== undefined,
    stdio: ["pipe", "inherit", "inherit"],
    // Colours as they are, one screen without waiting, the text stays, Ctrl+C ends it.
    env: { LESS: "FRXK", ...process.env },
  });
  // Ctrl+C is the pager's: if we ended first, it and the shell would both read the keyboard.
  const ignore = () => {};
  process.on("SIGINT", ignore);
  child.stdin.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  child.stdin.end(`${lines.join("\n")}\n`);
  return new Promise((resolve) => {
    const end = (there: boolean) => {
      process.off("SIGINT", ignore);
      resolve(there);
    };
    child.on("error", () => end(false));
    // A shell says 126 or 127 of what it can't start.
    child.on("close", (status) => end(status !== 126 && status !== 127));
  });
}
