/** `bench`: measures the three ways of the same programs beside each other. */
import picocolors from "picocolors";
import { HELP, understand, UsageError, type Wish } from "./arguments.ts";
import { canKeepAwake, keepAwake } from "./awake.ts";
import { endWithSignals } from "./ending.ts";
import { failures } from "./figures.ts";
import { described, machine } from "./machine.ts";
import { measure, type Result } from "./measure.ts";
import { pinning } from "./pinning.ts";
import { progress, progressEnds } from "./progress.ts";
import { report } from "./report.ts";
import { ROWS } from "./rows.ts";
import { table } from "./table.ts";

/** @param words what was typed after `bench` */
export async function main(words: readonly string[]): Promise<void> {
  try {
    const wish = understand(words);
    if (wish.only === "help") show([HELP]);
    else if (wish.only === "list") show(listed());
    else await run(wish);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}

async function run({ rows, ways, rounds, letSleep, json }: Wish): Promise<void> {
  endWithSignals();
  const cpus = pinning();
  const awake = !letSleep && cpus !== undefined && canKeepAwake();
  const measuredOn = machine(cpus, awake);
  const stopWaking = awake ? keepAwake(cpus) : undefined;
  const results: Result[] = [];
  for (const [at, row] of rows.entries()) {
    const place = `${row.name} (${at + 1} of ${rows.length})`;
    const onRound = (_: unknown, round: number): void =>
      progress(`${place}: ${round === 0 ? "warming up" : `round ${round} of ${rounds}`}`);
    results.push(await measure(row, { ways, rounds, cpus, onRound }));
  }
  await stopWaking?.();
  progressEnds();
  show(
    json
      ? [report(measuredOn, results, ways)]
      : [...described(measuredOn), "", ...table(results, ways, colours())],
  );
  const failed = failures(results);
  for (const line of failed) process.stderr.write(`${line}\n`);
  if (failed.length > 0) process.exitCode = 1;
}

function listed(): string[] {
  const width = Math.max(...ROWS.map(({ name }) => name.length));
  return ROWS.map(({ name, title }) => `${name.padEnd(width)}  ${title}`);
}

function colours(): ReturnType<typeof picocolors.createColors> {
  const { NO_COLOR, TERM } = process.env;
  return picocolors.createColors(process.stdout.isTTY && !NO_COLOR && TERM !== "dumb");
}

function show(lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
