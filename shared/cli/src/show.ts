/**
 * Writes what a person asked to see.
 */

/** How wide a text may get: a terminal's width, at most 100; whoever reads a pipe wraps for themselves. */
export const columns = process.stdout.isTTY
  ? Math.min(process.stdout.columns || 80, 100)
  : Infinity;

// A reader that leaves early, as in `pnpm chapter | head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  console.error(`stdout: ${error.message}`);
  process.exit(1);
});

/** Writes lines to stdout. */
export function show(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
