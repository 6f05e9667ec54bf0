/**
 * The program's path and its arguments.
 *
 * A thread and a child process load the program with arguments of their own; they are told the program's
 * later, and `sys` may have loaded by then.
 */
export const programArguments: string[] = process.argv.slice(1);

/** Takes over the `process.argv` of who started this thread or process. */
export function takeArguments(argv: readonly string[]): void {
  process.argv = [...argv];
  programArguments.splice(0, programArguments.length, ...argv.slice(1));
}
