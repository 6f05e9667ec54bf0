import type { Course } from "../course-folder.ts";

/** The good course with one thing wrong, and the one finding that it leads to. */
export interface BadCourse {
  readonly rule: string;
  /** What is wrong, as the test's title. */
  readonly when: string;
  readonly edit: (course: Course) => void;
  /** The finding: place in the chapters, a space, message. */
  readonly says: string;
}

/** The good course's chapter. */
export const CHAPTER = "chapters/01-greeting";

/** Takes the literal way of `bits` out, so that one edit of the Python way has no echo there. */
export function bitsInPythonOnly(course: Course): Course {
  return course
    .remove(`${CHAPTER}/literal/bits.ts`)
    .replace(`${CHAPTER}/package.json`, '"bits": {', '"bits": { "literal": "a test",');
}
