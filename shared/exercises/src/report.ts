/**
 * Verdicts for others than the learner: people, Exercism's tools, GitHub Classroom.
 */
import { classroomResults } from "./report/classroom.ts";
import { exercismOfAll, exercismResults } from "./report/exercism.ts";
import { markdown } from "./report/markdown.ts";
import type { Judged } from "./report/score.ts";

export { failsBegun, type Judged, NOT_BEGUN } from "./report/score.ts";

/** Markdown, Exercism's JSON, Classroom's JSON. */
export const FORMS = ["md", "json", "classroom"] as const;
export type Form = (typeof FORMS)[number];

/** @returns the report on one exercise; JSON is Exercism's results as they are */
export function reportOn(one: Judged, form: Form): string {
  return form === "json" ? written(exercismResults(one.verdict)) : reportOnAll([one], form);
}

/** @returns the report on several; JSON is the score, and each one's results with number and title */
export function reportOnAll(all: readonly Judged[], form: Form): string {
  switch (form) {
    case "md":
      return `${markdown(all).join("\n")}\n`;
    case "json":
      return written(exercismOfAll(all));
    case "classroom":
      return written(classroomResults(all));
  }
}

function written(results: object): string {
  return `${JSON.stringify(results, null, 2)}\n`;
}
