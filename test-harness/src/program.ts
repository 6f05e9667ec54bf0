/**
 * Starts a program of a chapter, or any program's file, under its way's runner.
 */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { root } from "@netnotes/compile";
import { type Chapter, type Program, readChapter, type Way, WAYS } from "@netnotes/course/chapter";
import { command } from "@netnotes/course/command";
import { addressOf, type Where } from "./dial.ts";
import { type CallSite } from "./failure.ts";
import { MISSING, python } from "./python.ts";
import { Running } from "./running.ts";
import { scratchOn } from "./scratch.ts";
import type { Stage, Within } from "./stage.ts";

export interface StartOptions extends Within {
  /** `literal` unless told; on Windows, `node`. */
  way?: Way;
  /** The program's own arguments. */
  args?: readonly string[];
  /** The server that a client shall talk to: adds its --host and --port, or its --path. */
  to?: Where;
  /** Added to this process's environment; undefined removes. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Its whole standard input; without it, the test types. */
  stdin?: string | Uint8Array;
  /** Its working directory; the program's chapter unless told. */
  cwd?: string;
  /** How the conversation calls it; its role unless told. */
  name?: string;
  /** Whether what it says on standard error is its own matter: else `exits` wants it read. */
  mayWarn?: boolean;
}

/**
 * Of the environment: what is the test runner's, or would change what programs print; and the certificates that
 * Node 20 reads at every start (45 ms), which no program here has a use for.
 */
const NOT_THEIRS =
  /^(VITEST|NODE_EXTRA_CA_CERTS$|NODE_ENV$|NODE_OPTIONS$|NODE_V8_COVERAGE$|FORCE_COLOR$|NETNOTES_TRACE$|TEST$)/;

/** The ways that this machine can run, whatever the chapter has. */
export function runnable(): readonly Way[] {
  if (process.platform === "win32") return ["node"];
  // In CI a missing python3 must fail: there its programs are started, and say what is missing.
  return python() === undefined && !process.env["CI"]
    ? WAYS.filter((way) => way !== "python")
    : WAYS;
}

/** @param name the chapter's folder: `01-sockets`; or an absolute path */
export function chapterNamed(name: string): Chapter {
  return readChapter(resolve(root, "chapters", name));
}

/** @throws {Error} when the chapter has no such program */
export function programOf(chapter: Chapter, role: string): Program {
  const program = chapter.programs.find((candidate) => candidate.role === role);
  if (program) return program;
  const there = chapter.programs.map((candidate) => candidate.role).join(", ");
  throw new Error(`${chapter.name} has no program ${role}; it has ${there}`);
}

/**
 * Starts a program; a server is ready when this returns.
 *
 * @param role its file's stem: `server`, `chat-client`
 * @param from where the test starts it
 * @throws {Failure} when it is not ready in time
 */
export async function startRole(...role: Parameters<typeof launchRole>): Promise<Running> {
  const running = launchRole(...role);
  return isServer(role[2]) ? running.ready(role[4]) : running;
}

/** Starts a program without waiting until it is ready: one that shall refuse to start. */
export function launchRole(
  stage: Stage,
  chapter: Chapter,
  role: string,
  options: StartOptions,
  from: CallSite,
): Running {
  const { way = process.platform === "win32" ? "node" : "literal" } = options;
  const file = programOf(chapter, role).files[way];
  if (file === undefined) throw new Error(`${chapter.name} has no ${way} way of ${role}`);
  const flag = way === "literal" ? "" : ` --${way}`;
  const shown = `pnpm chapter ${chapter.number} ${role}${flag}`;
  return launchFile(stage, file, { cwd: chapter.folder, ...options, way }, from, shown);
}

/**
 * Starts a program by its file: a learner's own, or a proof. A server is ready when this returns.
 *
 * @param file absolute path of a `.py` or `.ts`
 * @param from where the test starts it
 * @param shown what a person would type to start it, without the arguments
 */
export async function startFile(...file: Parameters<typeof launchFile>): Promise<Running> {
  const running = launchFile(...file);
  return isServer(stem(file[1])) ? running.ready(file[3]) : running;
}

/** Starts a program by its file, without waiting until it is ready. */
export function launchFile(
  stage: Stage,
  file: string,
  options: StartOptions,
  from: CallSite,
  shown: string = file,
): Running {
  const role = stem(file);
  const way = options.way ?? (extname(file) === ".py" ? "python" : "node");
  const args = [...(options.args ?? []), ...place(stage, role, options)];
  const line = command(file, args);
  const running = new Running(
    stage,
    {
      name: stage.name(options.name ?? (options.way ? `${role} (${way})` : role)),
      role,
      way,
      file: way === "python" ? interpreter(line.file) : line.file,
      args: line.args,
      env: environment({ ...line.env, ...options.env }),
      cwd: options.cwd ?? dirname(file),
      shown: [shown, ...args].join(" "),
      mayWarn: options.mayWarn ?? false,
    },
    from,
    options.within === undefined ? {} : { within: options.within },
  );
  if (options.stdin !== undefined) {
    running.type(options.stdin);
    running.endInput();
  }
  return running;
}

function stem(file: string): string {
  return basename(file, extname(file));
}

/** Whoever says `listening on` first: its role ends in `server`. */
function isServer(role: string): boolean {
  return role.endsWith("server");
}

/** Where it shall listen or connect, unless its arguments say so already. */
function place(stage: Stage, role: string, { args = [], to }: StartOptions): string[] {
  const has = (flag: string): boolean =>
    args.some((arg) => arg === flag || arg.startsWith(`${flag}=`));
  if (to) {
    const address = addressOf(to);
    if (address.path !== undefined) return has("--path") ? [] : ["--path", address.path];
    return [
      ...(has("--host") ? [] : ["--host", address.host]),
      ...(has("--port") ? [] : ["--port", String(address.port)]),
    ];
  }
  if (!isServer(role) || has("--port") || has("--path")) return [];
  return isUnix(role) ? ["--path", join(scratchOn(stage), "socket")] : ["--port", "0"];
}

/** `unix-server`: a program that takes a --path. */
export function isUnix(role: string): boolean {
  return /\bunix\b/.test(role);
}

/** The interpreter itself: a launcher in its place costs each start as much again. */
function interpreter(name: string): string {
  const path = python();
  if (path === undefined) throw new Error(MISSING);
  return existsSync(path) ? path : name;
}

function environment(added: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !NOT_THEIRS.test(name));
  return { ...Object.fromEntries(kept), PYTHONIOENCODING: "utf-8", ...added };
}
