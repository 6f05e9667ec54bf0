/** The bad courses that show that each rule can fail. */
import { addresses } from "./bad-courses/addresses.ts";
import type { BadCourse } from "./bad-courses/bad-course.ts";
import { corrections } from "./bad-courses/corrections.ts";
import { files } from "./bad-courses/files.ts";
import { manifests } from "./bad-courses/manifests.ts";
import { readmes } from "./bad-courses/readmes.ts";
import { sources } from "./bad-courses/sources.ts";
import { steps } from "./bad-courses/steps.ts";
import { exercises } from "./bad-courses/exercises.ts";

export const badCourses: readonly BadCourse[] = [
  ...files,
  ...manifests,
  ...sources,
  ...addresses,
  ...steps,
  ...corrections,
  ...readmes,
  ...exercises,
];
