/** A program that was started: lines to its stdin, lines from its stdout. */
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

/** How long a line may take, in seconds: far beyond a round, so that only what hangs reaches it. */
const DEADLINE = 60;

const running = new Set<ChildProcess>();

/** What a program may do wrong here; its stderr is part of the message. */
export class ProgramFailed extends Error {
  override name = "ProgramFailed";
}

export interface Conversation {
  /** Writes a line to it. */
  tell(line: string): void;
  /** Its next line. @throws {ProgramFailed} when it ends instead, or says nothing for a minute */
  hear(): Promise<string>;
  /** Ends it and everything that it started. */
  stop(): Promise<void>;
}

/**
 * Starts a program in a process group of its own.
 *
 * It ends by itself when its stdin ends, which it does however this process ends.
 *
 * @param words the command line
 * @param label how an error calls it
 */
export function converse(words: readonly string[], label: string): Conversation {
  const [file = "", ...args] = words;
  const child = spawn(file, args, { stdio: ["pipe", "pipe", "pipe"], detached: true });
  running.add(child);
  const gone = new Promise((resolve) => child.once("close", resolve));
  let complaint = "";
  let problem: Error | undefined;
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  child.stdin.on("error", () => {}); // it has ended: hear() says how
  child.on("error", (error) => (problem = error));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  function failed(what: string): ProgramFailed {
    return new ProgramFailed([`${label} ${what}`, complaint.trim()].filter(Boolean).join(": "));
  }

  async function next(): Promise<string> {
    const { value, done } = await lines.next();
    if (done !== true) return value;
    await gone;
    throw failed(
      problem?.message ?? `ended with ${child.signalCode ?? `status ${child.exitCode}`}`,
    );
  }

  return {
    tell: (line) => void child.stdin.write(`${line}\n`),
    hear: () => within(DEADLINE, next(), () => failed(`said nothing for ${DEADLINE} s`)),
    async stop() {
      end(child);
      await gone;
      running.delete(child);
    },
  };
}

/** Ends every program that is still running, with what it started: for a Ctrl+C. */
export function endAll(): void {
  for (const child of running) end(child);
}

function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The whole group has ended already.
  }
}

async function within<T>(seconds: number, promise: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), seconds * 1000);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
