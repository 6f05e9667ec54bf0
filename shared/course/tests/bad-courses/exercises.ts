import type { Course } from "../course-folder.ts";
import { type BadCourse, CHAPTER } from "./bad-course.ts";

const EXERCISE = `${CHAPTER}/exercises/1-again`;
const PLACE = "01-greeting/exercises/1-again";

/** Wrong in an exercise. */
export const exercises: readonly BadCourse[] = [
  bad(
    "there is no hint",
    (course) => course.remove(`${EXERCISE}/hint.md`),
    `${PLACE}/hint.md:1 is missing: every exercise has one`,
  ),
  bad(
    "the hint is empty",
    (course) => course.write(`${EXERCISE}/hint.md`, "\n"),
    `${PLACE}/hint.md:1 is empty`,
  ),
  bad(
    "the hint is the solution",
    (course) =>
      course.append(
        `${EXERCISE}/hint.md`,
        '\n    for (const name of ["alice", "bob"]) console.log(name);\n',
      ),
    `${PLACE}/hint.md:3 has a line of the solution: a hint leads to it`,
  ),
  bad(
    "the task has no title",
    (course) => course.replace(`${EXERCISE}/task.md`, "# Again\n\n", ""),
    `${PLACE}/task.md:1 must begin with # TITLE and what to write`,
  ),
  bad(
    "the task gives no reason",
    (course) => course.replace(`${EXERCISE}/task.md`, "## Why", "## Because"),
    `${PLACE}/task.md:1 has no section "## Why"`,
  ),
  bad(
    "the task does not say where the starter fails",
    (course) => course.replace(`${EXERCISE}/task.md`, "**The starter fails at:** ", ""),
    `${PLACE}/task.md:1 does not say where the starter fails: **The starter fails at:** \`CHECK\``,
  ),
  bad(
    "there is one wrong answer only",
    (course) => course.remove(`${EXERCISE}/wrong/twice.once.ts`),
    `${PLACE}/wrong:1 has 1 wrong answers; 2 are the least`,
  ),
  bad(
    "a wrong answer is named after no check",
    (course) => course.rename(`${EXERCISE}/wrong/twice.once.ts`, `${EXERCISE}/wrong/once.ts`),
    `${PLACE}/wrong/once.ts:1 must be named CHECK.MISTAKE.ts`,
  ),
  bad(
    "a solution is too long",
    (course) => course.append(`${EXERCISE}/solution.ts`, "// and so on\n".repeat(60)),
    `${PLACE}/solution.ts:61 is 61 lines; an exercise's answer has 60 at most`,
  ),
  bad(
    "a check is too long",
    (course) => course.append(`${EXERCISE}/check.ts`, "// and so on\n".repeat(120)),
    `${PLACE}/check.ts:121 is 121 lines; an exercise's check has 120 at most`,
  ),
  bad(
    "a starter is too wide",
    (course) => course.append(`${EXERCISE}/starter.ts`, `// ${"中".repeat(39)}\n`),
    `${PLACE}/starter.ts:2 is 81 columns wide; 80 is the most`,
  ),
  bad(
    "the README does not lead to it",
    (course) => course.replace(`${CHAPTER}/README.md`, "## Exercises", "## More"),
    '01-greeting/README.md:1 does not list the exercise 1-again under "## Exercises", with a link to its task.md',
  ),
  bad(
    "a number is left out",
    third,
    "01-greeting/exercises/3-more:1 must be number 2: exercises count from 1 without a gap",
  ),
];

function bad(when: string, edit: (course: Course) => void, says: string): BadCourse {
  return { rule: "exercises", when, edit, says };
}

/** A good exercise under a number that does not come next. */
function third(course: Course): void {
  const task = [
    "# More\n\nGreet.\n\n## Why\n\n## An example\n\n## What is checked\n",
    "**The starter fails at:** `a`\n",
  ];
  const files = [
    "hint.md",
    "starter.ts",
    "solution.ts",
    "check.ts",
    "wrong/a.x.ts",
    "wrong/a.y.ts",
  ];
  for (const name of files) course.write(`${CHAPTER}/exercises/3-more/${name}`, "x\n");
  course.write(`${CHAPTER}/exercises/3-more/task.md`, task.join("\n"));
  course.append(`${CHAPTER}/README.md`, "- [01.3 More](exercises/3-more/task.md)\n");
}
