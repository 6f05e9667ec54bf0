/** Two runs of a program beside each other. */
import { excused } from "./differences.ts";
import { ours, python, type Program } from "./player.ts";

/** One statement and what it came to in the two languages. */
export interface Row {
  readonly statement: string;
  readonly there: string;
  readonly here: string;
  readonly agrees: boolean;
}

/** Plays a program in both languages. */
export async function compare(program: Program, wordsToo: boolean): Promise<Row[]> {
  const [there, here] = await Promise.all([python.play(program), ours.play(program)]);
  const [neutralThere, neutralHere] = [neutral(program, there), neutral(program, here)];
  return program.map((statement, i) => {
    const row = {
      statement,
      there: neutralThere[i] ?? "not reached",
      here: neutralHere[i] ?? "not reached",
    };
    return { ...row, agrees: agree(row, wordsToo) || excused(row) !== undefined };
  });
}

/** The first statement that came to different things. */
export function firstDifference(rows: readonly Row[]): Row | undefined {
  return rows.find((row) => !row.agrees);
}

/** The program as a listing, both outcomes under the statements that differ, an arrow at the first. */
export function listing(rows: readonly Row[]): string {
  const first = rows.findIndex((row) => !row.agrees);
  return rows
    .map(({ statement, there, here }, i) => {
      if (there === here) return `    ${statement}  # ${there}`;
      const mark = i === first ? "--> " : "    ";
      return `${mark}${statement}\n        # CPython:  ${there}\n        # here:     ${here}`;
    })
    .join("\n");
}

/**
 * Other versions of CPython have other words for the same mistakes, and another repr of sockets: of those
 * only the class is compared. A system error's words are the system's, and always count.
 */
function agree({ there, here }: Omit<Row, "agrees">, wordsToo: boolean): boolean {
  if (here.startsWith("no answer")) return false;
  if (there === here) return true;
  if (wordsToo) return false;
  const shape = (outcome: string): string =>
    outcome
      .replace(/^([A-Za-z]+(?:Error|Operation)): .*/s, "$1")
      .replace(/<socket\.socket.*?>/g, "<socket>");
  return shape(there) === shape(here);
}

/**
 * Outcomes without what differs from run to run: descriptors; and ports, and the names that Linux gives to
 * Unix sockets without one (unix(7), autobind), which are numbered in the order in which they appear.
 */
function neutral(program: Program, outcomes: readonly string[]): string[] {
  const ports = new Map<string, number>();
  const names = new Map<string, number>();
  const number = (seen: Map<string, number>, what: string): number => {
    if (!seen.has(what)) seen.set(what, seen.size + 1);
    return seen.get(what) ?? 0;
  };
  return outcomes.map((outcome, i) =>
    (/\.(detach|fileno)\(\)$/.test(program[i] ?? "") ? outcome.replace(/^\d+$/, "N") : outcome)
      .replace(/(\('[\d.:a-f]+', )(\d{4,5})\b/g, (_, host: string, port: string) => {
        return `${host}PORT${number(ports, port)}`;
      })
      .replace(/b'\\x00[\da-f]{5}'/g, (name) => `NAME${number(names, name)}`)
      .replace(/\bfd=\d+/g, "fd=N"),
  );
}
