/** What was typed after `bench`. */
import { parseArgs } from "node:util";
import { WAYS, type Way } from "@netnotes/course/chapter";
import { nearest } from "@netnotes/course/nearest";
import { ROWS, type Row } from "./rows.ts";

export const HELP = `Usage: pnpm bench [ROW …] [--rounds N] [--ways WAY,…] [--let-sleep] [--json]
       pnpm bench --list

Measures the literal programs' library beside Python itself and beside Node's own modules.

  ROW          what to measure, from --list; everything unless told
  --rounds N   how often each program is measured, 1 to 99 (9 unless told)
  --ways WAYS  some of python, literal and node, with commas between them
  --let-sleep  lets idle CPUs sleep; unless told they are kept awake
  --json       the result as JSON, with every round
  --list       the rows, and what each measures
  -h, --help   this text`;

/** What a person typed wrongly; the message is all that they see. */
export class UsageError extends Error {
  override name = "UsageError";
}

export interface Wish {
  readonly rows: readonly Row[];
  readonly ways: readonly Way[];
  readonly rounds: number;
  /** Whether the CPUs may sleep while they are measured on. */
  readonly letSleep: boolean;
  readonly json: boolean;
  /** To be told something instead of measuring. */
  readonly only: "help" | "list" | undefined;
}

/** @throws {UsageError} */
export function understand(words: readonly string[]): Wish {
  const { values, positionals } = parse(words);
  return {
    rows: rowsOf(positionals),
    ways: waysOf(values.ways),
    rounds: roundsOf(values.rounds),
    letSleep: values["let-sleep"],
    json: values.json,
    only: values.help ? "help" : values.list ? "list" : undefined,
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        json: { type: "boolean", default: false },
        "let-sleep": { type: "boolean", default: false },
        list: { type: "boolean", default: false },
        rounds: { type: "string", default: "9" },
        ways: { type: "string", default: WAYS.join(",") },
      },
    });
  } catch (error) {
    // The second sentence is about words that begin with a dash: nothing here does.
    const [sentence = ""] = (error as Error).message.split(". ");
    throw new UsageError(`${sentence}\n\n${HELP}`);
  }
}

/** Rows in their own order, each once, however they were typed. */
function rowsOf(names: readonly string[]): readonly Row[] {
  const known = ROWS.map(({ name }) => name);
  for (const name of names) if (!known.includes(name)) throw unknown("row", name, known);
  return names.length === 0 ? ROWS : ROWS.filter(({ name }) => names.includes(name));
}

function waysOf(list: string): readonly Way[] {
  const names = list.split(",").map((name) => name.trim());
  for (const name of names) {
    if (!WAYS.some((way) => way === name)) throw unknown("way", name, WAYS);
  }
  return WAYS.filter((way) => names.includes(way));
}

function roundsOf(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new UsageError(`--rounds must be 1 to 99, not ${text}`);
}

function unknown(kind: string, typed: string, known: readonly string[]): UsageError {
  const meant = nearest(typed, known);
  const question = meant === undefined ? "" : `; did you mean ${meant}?`;
  return new UsageError(
    `There is no ${kind} ${JSON.stringify(typed)}${question}\nThere are: ${known.join(", ")}`,
  );
}
