/**
 * What the content gate works with: a course, its rules, and what they find.
 */
import type { Chapter } from "../chapter.ts";

/** One thing that is wrong. */
export interface Problem {
  /** Absolute path. */
  readonly file: string;
  /** Counted from 1; 1 too where the whole file is meant, or one that is missing. */
  readonly line: number;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** A problem with the rule that found it; its path is relative to the course, with forward slashes. */
export interface Finding extends Problem {
  readonly rule: string;
}

export interface Course {
  readonly chapters: readonly Chapter[];
  /** Absolute path of the README that has the table note → heading → program. */
  readonly readme: string;
}

/** Looks at one chapter; the rest of the course is there for what points across chapters. */
export type Rule = (chapter: Chapter, course: Course) => Problem[];
