import type { Course } from "../course-folder.ts";
import { type BadCourse, CHAPTER } from "./bad-course.ts";

const LITERAL = `${CHAPTER}/literal/server.ts`;
const NODE = `${CHAPTER}/node/server.ts`;
const CORRECTED = "corrected: the notes say that the client does, always (proof order)";
const COMMENT = `// ${CORRECTED}\n`;
const CLIENTS = ["python/client.py", "literal/client.ts", "node/client.ts"];

/** Names another proof in all three ways of the client. */
function proof(course: Course, name: string): void {
  for (const file of CLIENTS) course.replace(`${CHAPTER}/${file}`, "(01 proof order)", name);
}

/** Wrong in what a program says of the notes. */
export const corrections: readonly BadCourse[] = [
  {
    rule: "corrected",
    when: "the literal way is silent about it",
    edit: (course) => course.replace(LITERAL, `  ${COMMENT}`, "\n"),
    says:
      `01-greeting/literal/server.ts:28 lacks "${CORRECTED}" in the same step, ` +
      "as python/server.py has it on line 23",
  },
  {
    rule: "corrected",
    when: "the node way is silent about it",
    edit: (course) => course.replace(NODE, COMMENT, "\n"),
    says: `01-greeting/node/server.ts:24 lacks "${CORRECTED}", as python/server.py has it on line 23`,
  },
  {
    rule: "corrected",
    when: "the node way corrects more",
    edit: (course) => course.append(NODE, "// corrected: all (proof order)\n"),
    says: "01-greeting/node/server.ts:25 corrects what python/server.py does not, or in other words",
  },
  {
    rule: "corrected",
    when: "the literal way corrects it in two steps",
    edit: (course) => course.replace(LITERAL, "  const server", `  ${COMMENT}  const server`),
    says:
      "01-greeting/literal/server.ts:18 corrects what python/server.py does not in the same step, " +
      "or in other words",
  },
  {
    rule: "corrected",
    when: "no proof is named",
    edit: (course) => proof(course, ""),
    says:
      "01-greeting/python/client.py:19 names no proof: " +
      'end it with "(proof NAME)", or "(07 proof NAME)" for chapter 07\'s',
  },
  {
    rule: "corrected",
    when: "the proof does not exist",
    edit: (course) => proof(course, "(proof odour)"),
    says:
      "01-greeting/python/client.py:19 names the proof odour, " +
      "but there is no chapters/01-greeting/proofs/odour.ts",
  },
  {
    rule: "corrected",
    when: "the proof's chapter does not exist",
    edit: (course) => proof(course, "(07 proof order)"),
    says: "01-greeting/python/client.py:19 names a proof of chapter 07, which there is not",
  },
];
