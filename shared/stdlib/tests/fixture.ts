/** Programs of a few lines that tests run as processes of their own. */
import { spawn, spawnSync } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { compile } from "@netnotes/compile";

/** How a fixture ended. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The compiled file of a program in `fixtures/`. */
export function fixture(name: string): string {
  return compile(fileURLToPath(new URL(`fixtures/${name}.ts`, import.meta.url)));
}

/** The environment of the tests without what would change how a fixture ends. */
export function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { NETNOTES_SERVER: _server, NETNOTES_TRACE: _trace, ...rest } = process.env;
  return { ...rest, ...more };
}

/** Runs a fixture to its end. */
export function runFixture(
  name: string,
  args: readonly string[] = [],
  options: { input?: string | Buffer; env?: Record<string, string> } = {},
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fixture(name), ...args], {
    input: options.input ?? "",
    env: environment(options.env),
    encoding: "utf8",
    timeout: 20_000,
  });
  return { status, stdout, stderr };
}

/** Runs a fixture that nobody listens to any more after its first output. */
export async function runDeserted(name: string): Promise<Omit<Ended, "stdout">> {
  const child = spawn(process.execPath, [fixture(name)], {
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 20_000,
  });
  child.stdout.once("data", () => child.stdout.destroy());
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { stderr: await text(child.stderr), status: await ended };
}
