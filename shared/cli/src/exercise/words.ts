/**
 * What was typed after `exercise`.
 */
import { parseArgs } from "node:util";
import { nearest } from "@netnotes/course/nearest";
import { UsageError } from "../answer.ts";
import { exerciseCommand } from "../invocation.ts";
import { readReports, type Report } from "./reports.ts";

const OPTIONS = {
  task: { type: "boolean" },
  hint: { type: "boolean" },
  solution: { type: "boolean" },
  reset: { type: "boolean" },
  watch: { type: "boolean" },
  run: { type: "boolean" },
  all: { type: "boolean" },
  report: { type: "string", multiple: true },
  seed: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Those that choose what is done; at most one of them. */
const ACTS = ["task", "hint", "solution", "reset", "watch", "run"] as const;

export interface Words {
  /** What to do with one exercise; `check` unless told. */
  readonly act: (typeof ACTS)[number] | "check" | "help";
  /** The exercise or chapter that was named, `next`, or "". */
  readonly typed: string;
  readonly all: boolean;
  readonly reports: readonly Report[];
  readonly seed: number | undefined;
  /** What follows `--run`: the program's own arguments. */
  readonly args: readonly string[];
}

/** @throws {UsageError} saying what there is */
export function readWords(words: readonly string[]): Words {
  const at = words.indexOf("--run");
  const ours = at < 0 ? words : words.slice(0, at + 1);
  const args = at < 0 ? [] : words.slice(at + 1).filter((word, n) => n > 0 || word !== "--");
  const { values, positionals } = parsed(ours);
  const [typed = "", surplus] = positionals;
  if (values.help || typed === "help") return { ...NOTHING, act: "help" };
  if (surplus !== undefined)
    throw new UsageError(`one exercise at a time: ${typed}, or ${surplus}`);
  const [act = "check", another] = ACTS.filter((name) => values[name]);
  if (another !== undefined) throw new UsageError(`--${act} or --${another}: one at a time`);
  const all = values.all === true;
  if (all && act !== "check") throw new UsageError(`--all checks: leave --${act} out`);
  if (typed === "" && act !== "check") {
    throw new UsageError(`which exercise? For example: ${exerciseCommand} 01.1 --${act}`);
  }
  const reports = readReports(values.report ?? []);
  return { act, typed, all, reports, seed: seedOf(values.seed), args };
}

const NOTHING = { typed: "", all: false, reports: [], seed: undefined, args: [] } as const;

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(". ");
    const wrong = words.find((word) => word.startsWith("--") && sentence.includes(word));
    const meant = wrong && nearest(wrong.slice(2), Object.keys(OPTIONS));
    const question =
      meant === undefined || sentence.includes("argument") ? "" : `; did you mean --${meant}?`;
    throw new UsageError(`${sentence}${question}\nThere are: ${list(Object.keys(OPTIONS))}`);
  }
}

function seedOf(typed: string | undefined): number | undefined {
  if (typed === undefined || /^\d{1,9}$/.test(typed))
    return typed === undefined ? typed : Number(typed);
  throw new UsageError(
    `--seed takes a whole number as a failure prints it, such as 12345: not ${typed}`,
  );
}

function list(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(", ");
}
