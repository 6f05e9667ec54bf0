/**
 * The program's file and the functions that it exports.
 *
 * A thread or a process runs no closure of ours: it loads the program's file again, and finds there by
 * name what it is to run.
 */
import { createRequire } from "node:module";
import { compile } from "@netnotes/compile";

/** Any function of a program. */
export type Callable = (...args: never[]) => unknown;

/**
 * Compiled, the program and this library are one file, so that this file is the program. It is loaded again
 * as it is, even when its sources have changed meanwhile. A program that runs otherwise, such as a proof,
 * which is an ES module, is compiled for its threads and processes when it starts the first.
 */
const own = typeof __filename === "string" && __filename.endsWith(".cjs") ? __filename : undefined;

/** The CommonJS file that a thread or a process loads. */
export function programFile(): string {
  return own ?? compile(process.argv[1] ?? "");
}

/** What the program exports; undefined where only the file that a thread loads will tell. */
function exported(): Readonly<Record<string, unknown>> | undefined {
  return own === undefined
    ? undefined
    : (createRequire(own)(own) as Readonly<Record<string, unknown>>);
}

/**
 * The name under which the program exports a function or a class.
 *
 * @throws TypeError when it does not
 */
export function nameOf(value: Callable): string {
  const all = exported();
  if (all === undefined && value.name !== "") return value.name;
  for (const name of Object.keys(all ?? {})) if (all?.[name] === value) return name;
  throw notExported(value.name);
}

/**
 * The function or class that the program exports under a name.
 *
 * @throws TypeError when there is none
 */
export function functionNamed(name: string): Callable {
  const value = exported()?.[name];
  if (typeof value !== "function") throw notExported(name);
  return value as Callable;
}

function notExported(name: string): TypeError {
  return new TypeError(
    `${name || "this function"} is not exported by the program, and its threads and processes find functions ` +
      `by exported names: write "export function ${name || "…"}", or "export { ${name || "…"} } from …" for one ` +
      "of another file",
  );
}
