/** How a program of ours begins, and how it ends when something goes wrong. */
import { AssertionError } from "node:assert";
import advice from "../advice.json" with { type: "json" };
import { OSError } from "../exceptions/os-error.ts";
import { UnicodeError } from "../exceptions/unicode.ts";
import {
  EOFError,
  KeyError,
  LookupError,
  OverflowError,
  ValueError,
} from "../exceptions/values.ts";
import { isOutputGone } from "../libc/console.ts";
import { isProgram } from "./program.ts";
import { printWith } from "./print.ts";

/** The environment variable with the command that starts a client's server. */
const SERVER_VARIABLE = "NETNOTES_SERVER";

/**
 * The twin of `if __name__ == "__main__": main()`, and the last line of a program.
 *
 * It does nothing in a worker thread or in a child process of ours, which load the program's file for one
 * of its functions. What a user can cause ends as one line on stderr: a system call that failed, the end
 * of the input or undecodable bytes with exit status 1, a wrong argument (a port of 70000) with 2, a claim
 * of a proof that does not hold with 1. Anything else is a fault in the program and keeps its stack trace.
 */
export function run(main: () => void): void {
  if (!isProgram) return;
  try {
    main();
  } catch (error) {
    if (isOutputGone(error)) process.exit();
    const ending = endingFor(error);
    if (ending === undefined) throw error;
    printWith({ file: 2 }, ending.line);
    process.exit(ending.status);
  }
}

/** How a program ends after an error: its line and its exit status; undefined for a fault in the program. */
export function endingFor(error: unknown): { line: string; status: 1 | 2 } | undefined {
  if (error instanceof OSError) {
    const { message, code, syscall, address } = error;
    // What the library finds out without a call has no errno, and Python's message, which names no call.
    const line = code === undefined && syscall ? `${syscall}: ${message} ${address}` : message;
    const what = adviceFor(error);
    return { line: `${line}${what === undefined ? "" : ` (${what})`}`, status: 1 };
  }
  if (error instanceof EOFError || error instanceof UnicodeError) {
    return { line: error.message, status: 1 };
  }
  if (
    error instanceof OverflowError ||
    error instanceof ValueError ||
    (error instanceof LookupError && !(error instanceof KeyError))
  ) {
    // The port was typed as an option, and run.py and run.cjs name it so, too.
    const line = error.message.replace(/^\w+\(\): (port must be 0-65535)\.$/, "--$1");
    return { line, status: 2 };
  }
  if (error instanceof AssertionError) {
    return { line: `claim failed: ${error.message.trim().replace(/\s*\n\s*/g, " ")}`, status: 1 };
  }
  return undefined;
}

/** What to do. Some errors mean another thing of a path, or of the call that takes it. */
function adviceFor({ code, syscall, address }: OSError): string | undefined {
  const isPath = address !== undefined && !/:\d+$/.test(address);
  const known: Readonly<Record<string, string>> = advice;
  const what =
    (isPath ? known[`${code} on a path`] : undefined) ??
    known[`${code} in ${syscall}`] ??
    known[code ?? ""];
  return what?.replace("{server}", process.env[SERVER_VARIABLE] ?? "its server");
}
