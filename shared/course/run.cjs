/**
 * Runs one TypeScript program of a chapter, in this process:
 *
 *     node shared/course/run.cjs PROGRAM.ts [ARGUMENT ...]
 *
 * The program sees its own path and arguments in `process.argv`. SIGINT keeps its default action. A
 * system error that nobody caught ends in one line with what to do, as `run.py` does for Python; any
 * other error keeps its stack trace. Plain CommonJS: every start would pay
 * for the loader of modules.
 */
"use strict";

const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { getSystemErrorMap } = require("node:util");
// By their paths: to look up the package's name takes 3 ms, of 50 that a start takes.
const { compile } = require("../compile/compile.cjs");
const { mapStacks } = require("../compile/stack.cjs");
const { endWithReader } = require("./reader.cjs");
const { misused } = require("./misused.cjs");

/**
 * @param {string} program path of the program
 * @param {readonly string[]} args its arguments
 */
async function run(program, args) {
  const source = path.resolve(program);
  process.argv = [process.execPath, source, ...args];
  process.on("uncaughtException", end);
  const wrong = misused(args, isLiteral(source));
  if (wrong !== undefined) {
    console.error(wrong);
    process.exit(2);
  }
  mapStacks();
  if (isLiteral(source)) require(compiled(source));
  else {
    endWithReader();
    // The processes that it forks load this first.
    process.execArgv.push("--require", require.resolve("./forked.cjs"));
    await import(pathToFileURL(compiled(source)).href);
  }
}

/**
 * Compiles a TypeScript program as it is run.
 *
 * @param {string} source absolute path of the program
 * @returns {string} absolute path of the compiled file
 * @throws {Error} with the compiler's message
 */
function compiled(source) {
  return compile(source, { format: formatOf(source) });
}

/**
 * A literal program is CommonJS because its threads load the same file in workers.
 *
 * @param {string} source absolute path of a program
 * @returns {"cjs" | "esm"}
 */
function formatOf(source) {
  return isLiteral(source) ? "cjs" : "esm";
}

/**
 * A chapter's literal program by its folder; an exercise's answer by what it imports.
 *
 * @param {string} source
 */
function isLiteral(source) {
  if (/[/\\]literal[/\\][^/\\]+$/.test(source)) return true;
  const isAnswer = /[/\\]exercises[/\\]/.test(source) && existsSync(source);
  return isAnswer && /["']@netnotes\/stdlib\//.test(readFileSync(source, "utf8"));
}

/** @param {any} error */
function end(error) {
  const usage = usageError(error);
  const line = usage ?? systemError(error) ?? failedClaim(error) ?? failedBuild(error);
  console.error(line ?? error);
  process.exit(usage === undefined ? 1 : 2);
}

/**
 * What `util.parseArgs` and the socket calls say of an argument that a person typed.
 *
 * @param {any} error
 */
function usageError(error) {
  const code = String(error?.code);
  // What comes after the first sentence is on words that begin with a dash.
  if (code.startsWith("ERR_PARSE_ARGS")) return error.message.split(/\.\s/)[0];
  if (code === "ERR_SOCKET_BAD_PORT") {
    const isZero = error.message.endsWith("(0).");
    return isZero ? "--port 0 is nobody's: give the server's" : "--port must be 0-65535";
  }
  return undefined;
}

/** @param {any} thrown a name with several addresses fails with all of their errors: the first one tells */
function systemError(thrown) {
  const error = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
  if (typeof error?.syscall !== "string" || typeof error.code !== "string") return undefined;
  const { syscall, code, errno } = error;
  const said = getSystemErrorMap().get(errno)?.[1] ?? "";
  const place = error.path ?? error.hostname ?? joined(error.address, error.port);
  const line = [`${syscall}:`, code, said, place].filter(Boolean).join(" ");
  // The advice is on sockets: a file that cannot be opened is another matter.
  const ofFile = error.path !== undefined && !/^(?:connect|listen|bind)$/.test(syscall);
  const todo = ofFile ? undefined : advice(error, place);
  return todo ? `${line} (${todo})` : line;
}

/** @param {any} error */
function failedClaim(error) {
  return error?.code === "ERR_ASSERTION" ? `claim failed: ${error.message}` : undefined;
}

/**
 * What the compiler says of a program with a mistake in it, or of none, with its place.
 *
 * @param {any} error
 */
function failedBuild(error) {
  return typeof error?.errors?.[0]?.pluginName === "string" ? error.message : undefined;
}

/**
 * @param {string | undefined} host
 * @param {number | undefined} port
 */
function joined(host, port) {
  if (host === undefined) return undefined;
  // A server's Unix path comes as an address with the port -1.
  if (port === undefined || port === -1) return host;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/**
 * What to do. Some errors mean another thing of a path, or of the call that takes it.
 *
 * @param {{ code: string, syscall: string }} error
 * @param {string | undefined} place
 */
function advice({ code, syscall }, place) {
  const isPath = place !== undefined && !/:\d+$/.test(place);
  const known = allAdvice();
  const what =
    (isPath ? known[`${code} on a path`] : undefined) ??
    known[`${code} in ${syscall}`] ??
    known[code];
  return what?.replace("{server}", process.env["NETNOTES_SERVER"] ?? "its server");
}

/** @returns {Record<string, string>} */
function allAdvice() {
  try {
    return JSON.parse(readFileSync(path.join(__dirname, "../stdlib/src/advice.json"), "utf8"));
  } catch {
    return {}; // no descriptor is left to read it by
  }
}

module.exports = { run, compiled, formatOf };

if (require.main === module) {
  const [program, ...args] = process.argv.slice(2);
  if (program === undefined) {
    console.error("usage: node run.cjs PROGRAM.ts [ARGUMENT ...]");
    process.exit(2);
  }
  run(program, args).catch(end);
}
