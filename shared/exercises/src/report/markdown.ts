/**
 * Verdicts as Markdown: a table of all, then what failed.
 */
import type { Result, Verdict } from "../verdict.ts";
import { type Judged, scoreOf } from "./score.ts";

/** @returns lines */
export function markdown(all: readonly Judged[]): string[] {
  const passed = all.filter(({ verdict }) => verdict?.status === "pass").length;
  const { points, of } = scoreOf(all);
  const rows = all.map(({ exercise: { number, title }, verdict }) => {
    return `| ${number} | ${title} | ${inWords(verdict)} |`;
  });
  return [
    `${passed} of ${all.length} exercises pass: ${points} of ${of} points, one for each check.`,
    "",
    "| exercise | title | result |",
    "| -------- | ----- | ------ |",
    ...rows,
    ...all.flatMap(({ exercise: { number }, verdict }) => [
      ...(verdict?.message === undefined ? [] : quoted(number, verdict.message)),
      ...(verdict?.results ?? []).flatMap((result) => failure(number, result)),
    ]),
  ];
}

function inWords(verdict: Verdict | undefined): string {
  if (verdict === undefined) return "not begun";
  if (verdict.status === "error") return "could not be checked: see below";
  const passed = verdict.results.filter((result) => result.status === "pass").length;
  return verdict.status === "pass"
    ? "passes"
    : `${passed} of ${verdict.results.length} checks pass`;
}

function failure(number: string, { name, title, wrong }: Result): string[] {
  if (wrong === undefined) return [];
  const text = [wrong.sentence, wrong.detail, wrong.conversation].filter(Boolean).join("\n\n");
  return quoted(`${number} ${name}`, text, `: it ${title}`);
}

/** The text may hold anything that a program has said: no fence of its own ends this one. */
function quoted(what: string, text: string, more = ""): string[] {
  const fence = "`".repeat(
    1 + Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  return ["", `**${what}**${more}`, "", `${fence}text`, ...text.split("\n"), fence];
}
