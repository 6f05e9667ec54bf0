/** `npm test`: every package's tests, those whose inputs changed; the last line counts them all. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { inFront } from "./front.mjs";
import { quietly, root } from "./install.mjs";
import { pnpm } from "./pnpm.mjs";
import { progress } from "./progress.mjs";
import { found, interpreter } from "./python.mjs";
import { forget, lastLine, sum, testedPackages } from "./results.mjs";

/** What takes long is tested in part where a person waits for it. */
const SAMPLE = "This was a sample of the longer tests: CI=true npm test runs all of them.";

/**
 * @param {string[]} args for turbo, such as `--force` or `--filter=@netnotes/cli`
 * @returns {Promise<number>} 0 when every package's tests ran and passed
 */
export async function test(args) {
  const [file, ...words] = pnpm(root);
  const turbo = [...words, "exec", "turbo", "run", "test", ...args];
  const env = environment();
  const packages = args.length === 0 ? testedPackages(root) : selected(file, turbo, env);
  forget(root, packages);
  await compileAhead();
  const status = await inFront(file, [...turbo, "--continue"], { cwd: root, env });

  const { silent, ...counts } = sum(root, packages);
  for (const folder of silent) console.error(`${folder}: its tests did not run to their end`);
  const good = status === 0 && counts.failed === 0;
  if (!good && counts.failed === 0) console.error("turbo failed, though no test did (see above)");
  if (process.env["CI"] === undefined) console.log(SAMPLE);
  console.log(lastLine(counts));
  return good ? 0 : 1;
}

/** The programs that the tests start, where they are new or have changed. */
async function compileAhead() {
  const done = progress("compiling the programs …");
  const { output } = await quietly(process.execPath, [join(root, "shared/course/ahead.cjs")]);
  done();
  process.stderr.write(output);
}

/**
 * The folders of the packages that turbo would test; all of them when it does not say.
 *
 * @param {string} file
 * @param {readonly string[]} turbo
 * @param {NodeJS.ProcessEnv} env
 */
function selected(file, turbo, env) {
  const asked = spawnSync(file, [...turbo, "--dry=json"], { cwd: root, env, encoding: "utf8" });
  if (asked.status !== 0) return testedPackages(root);
  /** @type {{ tasks: { task: string, command: string, directory: string }[] }} */
  const { tasks } = JSON.parse(asked.stdout);
  return tasks
    .filter(({ task, command }) => task === "test" && command !== "<NONEXISTENT>")
    .map(({ directory }) => directory);
}

/** What the tests depend on and turbo cannot see enters their hash by these two names. */
function environment() {
  const python = interpreter();
  return {
    ...colour(),
    ...process.env,
    ...(python && { PATH: found(python.path, process.env["PATH"]) }),
    TURBO_TELEMETRY_DISABLED: "1",
    NETNOTES_NODE: process.version,
    NETNOTES_PYTHON: python?.version ?? "none",
  };
}

/** turbo asks every test run for colours, also where nobody sees them. */
function colour() {
  return process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };
}
