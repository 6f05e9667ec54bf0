/**
 * The port that a program takes unless it is told another.
 */

/**
 * Reads the default of a program's `--port`.
 *
 * @param source the program: Python's or npm's argparse, or `util.parseArgs`
 * @returns undefined where it has no such option
 */
export function portOf(source: string): number | undefined {
  const found =
    /"--port"[^)]*?\bdefault(?:=|: )(\d+)/.exec(source) ??
    /\bport: \{[^}]*?\bdefault: "(\d+)"/.exec(source);
  return found ? Number(found[1]) : undefined;
}
