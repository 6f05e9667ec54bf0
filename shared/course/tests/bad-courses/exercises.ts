import { type BadCourse, CHAPTER } from "./bad-course.ts";

const EXERCISE = `${CHAPTER}/exercises/1-again`;

/** Wrong in an exercise. */
export const exercises: readonly BadCourse[] = [
  {
    rule: "exercises",
    when: "there is no hint",
    edit: (course) => course.remove(`${EXERCISE}/hint.md`),
    says: "01-greeting/exercises/1-again/hint.md:1 is missing: every exercise has one",
  },
  {
    rule: "exercises",
    when: "the task is empty",
    edit: (course) => course.write(`${EXERCISE}/task.md`, "\n"),
    says: "01-greeting/exercises/1-again/task.md:1 is empty",
  },
  {
    rule: "exercises",
    when: "there is one wrong answer only",
    edit: (course) => course.remove(`${EXERCISE}/wrong/twice.ts`),
    says: "01-greeting/exercises/1-again/wrong:1 has 1 wrong answers; 2 are the least",
  },
  {
    rule: "exercises",
    when: "a solution is too long",
    edit: (course) => course.append(`${EXERCISE}/solution.ts`, "// and so on\n".repeat(60)),
    says: "01-greeting/exercises/1-again/solution.ts:61 is 61 lines; an exercise's file has 60 at most",
  },
  {
    rule: "exercises",
    when: "a number is left out",
    edit: (course) => {
      for (const name of ["task.md", "hint.md", "starter.ts", "solution.ts", "check.ts"]) {
        course.write(`${CHAPTER}/exercises/3-more/${name}`, "x\n");
      }
      course.write(`${CHAPTER}/exercises/3-more/wrong/a.ts`, "x\n");
      course.write(`${CHAPTER}/exercises/3-more/wrong/b.ts`, "x\n");
    },
    says: "01-greeting/exercises/3-more:1 must be number 2: exercises count from 1 without a gap",
  },
];
