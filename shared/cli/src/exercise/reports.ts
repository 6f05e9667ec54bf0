/**
 * Where reports go: `--report md` to standard output, `--report json=FILE` into a file; several at once.
 */
import { writeFileSync } from "node:fs";
import { nearest } from "@netnotes/course/nearest";
import { type Form, FORMS } from "@netnotes/exercises/report";
import { UsageError } from "../answer.ts";
import { fileFailure } from "../file-failure.ts";

export interface Report {
  readonly form: Form;
  /** undefined for standard output. */
  readonly file: string | undefined;
}

/**
 * @param typed what stands behind each `--report`
 * @throws {UsageError} for a form that there is not, or two on standard output
 */
export function readReports(typed: readonly string[]): Report[] {
  const reports = typed.map(readReport);
  if (reports.filter(({ file }) => file === undefined).length > 1)
    throw new UsageError(
      "only one report can be shown: give the others a file, --report json=FILE",
    );
  return reports;
}

function readReport(typed: string): Report {
  const [name = "", ...rest] = typed.split("=");
  const form = FORMS.find((known) => known === name);
  const file = rest.length > 0 ? rest.join("=") : undefined;
  if (form === undefined) {
    const meant = nearest(name, FORMS);
    const question = meant === undefined ? "" : `; did you mean ${meant}?`;
    const there = `There are: ${FORMS.join(", ")}`;
    throw new UsageError(`there is no report ${name === "" ? '""' : name}${question}\n${there}`);
  }
  if (file === "") throw new UsageError(`--report ${form}= names no file`);
  return { form, file };
}

/**
 * Writes each report to its place.
 *
 * @param write a report's text, by its form
 * @returns whether one of them went to standard output
 * @throws {FileError} for a file that can't be written
 */
export function deliver(reports: readonly Report[], write: (form: Form) => string): boolean {
  for (const { form, file } of reports) {
    if (file === undefined) process.stdout.write(write(form));
    else put(file, write(form));
  }
  return reports.some(({ file }) => file === undefined);
}

function put(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw fileFailure("--report", file, error);
  }
}
