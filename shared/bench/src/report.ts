/** The result as JSON, with every round, for a program that compares runs. */
import type { Way } from "@netnotes/course/chapter";
import { figures } from "./figures.ts";
import type { Machine } from "./machine.ts";
import type { Result } from "./measure.ts";

/** @param ways those that were asked for */
export function report(machine: Machine, results: readonly Result[], ways: readonly Way[]): string {
  const rows = results.map((result) => ({
    row: result.row.name,
    title: result.row.title,
    operation: result.row.operation,
    ways: Object.fromEntries(ways.map((way) => [way, wayOf(result, way)])),
  }));
  return JSON.stringify({ machine, rows }, null, 2);
}

function wayOf(result: Result, way: Way): unknown {
  const outcome = result.ways[way];
  if (outcome === undefined || !("rounds" in outcome)) return outcome;
  const found = figures(result, way);
  if ("instead" in found) return outcome;
  return { secondsEach: found.each, ratio: found.ratio, rounds: found.rounds };
}
