/**
 * How a program of a chapter is started as a process of its own.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { root } from "@netnotes/compile";
import { portOf } from "./port.ts";

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** What it adds to the environment. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unbuffered; and without what is installed beside Python (`-S`), which our programs do not use and which
 * may take longer to look through than they take to start.
 */
const PYTHON = ["-S", "-u"];

/**
 * The command line that runs a program under its way's runner.
 *
 * @param program path of the program's file; `.py` runs under python3, everything else under this Node
 * @param args the program's own arguments
 */
export function command(program: string, args: readonly string[] = []): Command {
  const env = environment(program, args);
  return extname(program) === ".py"
    ? {
        file: "python3",
        args: [...PYTHON, join(root, "shared/course/run.py"), program, ...args],
        env,
      }
    : {
        file: process.execPath,
        args: [join(root, "shared/course/run.cjs"), program, ...args],
        env,
      };
}

/**
 * What a program finds in its environment, however it is started: for a client, the command that starts
 * its server, which the advice on a refused connection names.
 *
 * @param program path of the program's file
 * @param args the program's own arguments; its `--host` and `--port` are the server's too
 */
export function environment(program: string, args: readonly string[]): Record<string, string> {
  const role = basename(program, extname(program));
  if (!role.endsWith("client")) return {};
  const way = basename(dirname(program));
  const [number] = basename(resolve(program, "../..")).split("-");
  const flag = way === "literal" ? [] : [`--${way}`];
  const words = ["pnpm chapter", number, serverOf(program, role), ...flag, ...addressOf(args)];
  return { NETNOTES_SERVER: words.join(" ") };
}

/**
 * `chat-client` belongs to `chat-server`; a client without a server of its name, to the one on its port,
 * and to `server` where there are several.
 */
function serverOf(program: string, role: string): string {
  const twin = role.replace(/client$/, "server");
  if (existsSync(join(dirname(program), twin + extname(program)))) return twin;
  return serverOnPortOf(program) ?? "server";
}

function serverOnPortOf(client: string): string | undefined {
  const folder = dirname(client);
  const end = `server${extname(client)}`;
  const port = existsSync(client) ? portOf(readFileSync(client, "utf8")) : undefined;
  if (port === undefined) return undefined;
  const roles = readdirSync(folder)
    .filter((file) => file.endsWith(end))
    .filter((file) => portOf(readFileSync(join(folder, file), "utf8")) === port)
    .map((file) => basename(file, extname(file)));
  return roles.includes("server") ? "server" : roles[0];
}

function addressOf(args: readonly string[]): string[] {
  return args.flatMap((arg, at) => {
    if (/^--(host|port|path)=/.test(arg)) return [arg];
    const value = args[at + 1];
    return /^--(host|port|path)$/.test(arg) && value !== undefined ? [arg, value] : [];
  });
}
