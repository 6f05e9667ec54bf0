/**
 * A scene as a person watches it: each line of each program, labelled, as it comes.
 */
import type { PlayOptions } from "@netnotes/test-harness/play";
import { colour } from "./colour.ts";
import { chapterCommand } from "./invocation.ts";

/** What stands between a label and a line: `$` started, `>` typed or sent, `!` on stderr, `│` said. */
const MARKS = { stdout: "│", stdin: ">", stderr: "!", sent: ">", received: "│" } as const;

const TINTS = [colour.cyan, colour.magenta, colour.yellow, colour.green, colour.blue];

export interface Transcript extends Required<Pick<PlayOptions, "onStart" | "onLine" | "onEnd">> {
  /** How each program ended, in the order in which they did. */
  readonly ends: readonly string[];
}

/**
 * @param write takes each line, without its newline
 * @param roles the cast: the labels are as wide as the longest of them
 */
export function transcript(write: (line: string) => void, roles: readonly string[]): Transcript {
  const room = Math.max(...roles.map((role) => role.length));
  const tints = new Map<string, (text: string) => string>();
  const ends: string[] = [];

  /** Who speaks, always in the same colour. The way is in the command already. */
  function label(name: string): string {
    const who = name.replace(/ \((?:python|literal|node)\)/, "");
    const tint = tints.get(who) ?? TINTS[tints.size % TINTS.length] ?? String;
    tints.set(who, tint);
    return tint(who.padEnd(room));
  }

  return {
    ends,
    onStart({ name, command }) {
      const line = command.replace("pnpm chapter", chapterCommand);
      write(`${label(name)} ${colour.dim("$")} ${colour.bold(line)}`);
    },
    onLine({ name, stream, text }) {
      const line = stream === "stdin" ? colour.italic(text) : text;
      write(`${label(name)} ${colour.dim(MARKS[stream])} ${line}`.trimEnd());
    },
    onEnd({ name, status }) {
      ends.push(`${label(name)}   ${inWords(status)}`);
    },
  };
}

/** A scene stops by SIGINT whatever still runs when it is over. */
function inWords(status: number | NodeJS.Signals): string {
  if (typeof status === "number") return `ended with exit status ${status}`;
  return status === "SIGINT" ? "was stopped, as by Ctrl+C" : `was ended by ${status}`;
}
