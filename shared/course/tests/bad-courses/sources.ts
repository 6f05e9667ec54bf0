import { type BadCourse, CHAPTER } from "./bad-course.ts";

const PYTHON = `${CHAPTER}/python/bits.py`;
const LITERAL = `${CHAPTER}/literal/bits.ts`;
const NODE = `${CHAPTER}/node/client.ts`;
const PROOF = `${CHAPTER}/proofs/order.ts`;
const HEADER = "its leading comment";
const MAIN = 'if __name__ == "__main__": main()';
const COMPILED = "a literal program also runs compiled, in workers, where that is impossible";

/** Wrong in the leading comment, the beginning, the size, or not a program at all. */
export const sources: readonly BadCourse[] = [
  {
    rule: "parses",
    when: "Python does not parse",
    edit: (course) => course.replace(PYTHON, "flag = 11", "flag = = 11"),
    says: "01-greeting/python/bits.py:15 does not parse: invalid syntax",
  },
  {
    rule: "parses",
    when: "TypeScript does not parse",
    edit: (course) => course.replace(LITERAL, "flag = 11", "flag = = 11"),
    says: "01-greeting/literal/bits.ts:13 does not parse: Unexpected token",
  },
  {
    rule: "heading",
    when: "a program has no comment",
    edit: (course) => course.replace(LITERAL, "/**", "/*"),
    says: "01-greeting/literal/bits.ts:1 begins with no comment: say in a sentence what it does",
  },
  {
    rule: "heading",
    when: "a proof's comment begins with no sentence",
    edit: (course) => course.replace(PROOF, "The server speaks first.", "the server speaks first"),
    says:
      `01-greeting/proofs/order.ts:1 ${HEADER} does not begin with a sentence: ` +
      "capital first, full stop last",
  },
  {
    rule: "heading",
    when: "a program does not say how to run it",
    edit: (course) =>
      course.replace(LITERAL, "    pnpm chapter 01 bits", "    pnpm chapter 1 bits"),
    says:
      `01-greeting/literal/bits.ts:1 ${HEADER} must say how to run it, ` +
      "on an indented line: pnpm chapter 01 bits",
  },
  {
    rule: "heading",
    when: "a program says how to run another way",
    edit: (course) => course.replace(NODE, "01 client --node", "01 client"),
    says:
      `01-greeting/node/client.ts:1 ${HEADER} must say how to run it, ` +
      "on an indented line: pnpm chapter 01 client --node",
  },
  {
    rule: "heading",
    when: "a Python program is from nowhere",
    edit: (course) => course.replace(PYTHON, "From: ours", ""),
    says:
      `01-greeting/python/bits.py:1 ${HEADER} must end with where it is from: ` +
      '"From: S1, 端口复用", or "From: ours"',
  },
  {
    rule: "heading",
    when: "a Python program is from a note that there is not",
    edit: (course) => course.replace(PYTHON, "From: ours", "From: S7, 位"),
    says:
      "01-greeting/python/bits.py:1 bits.py must name a note (S0 to S4) and its heading: " +
      '"From: S1, 端口复用", or "From: ours"',
  },
  {
    rule: "entry",
    when: "a Python program runs main when it is imported",
    edit: (course) => course.replace(PYTHON, 'if __name__ == "__main__":\n    main()', "main()"),
    says: `01-greeting/python/bits.py:21 its last statement must be ${MAIN}`,
  },
  {
    rule: "entry",
    when: "a Python program has no main",
    edit: (course) => course.replace(PYTHON, "def main():", "main = 1\ndef other():"),
    says: "01-greeting/python/bits.py:1 has no main: what it does stands in def main():",
  },
  {
    rule: "entry",
    when: "a literal program does not export main",
    edit: (course) => course.replace(LITERAL, "export function", "function"),
    says:
      "01-greeting/literal/bits.ts:1 has no main: " +
      "what it does stands in export function main(): void {",
  },
  {
    rule: "entry",
    when: "a literal program goes on after main",
    edit: (course) => course.append(LITERAL, "// run(main);\nprint('bye');\n"),
    says: "01-greeting/literal/bits.ts:21 its last statement must be run(main);",
  },
  {
    rule: "entry",
    when: "a proof does not run its main",
    edit: (course) => course.replace(PROOF, "run(main);", "void run;"),
    says: "01-greeting/proofs/order.ts:11 its last statement must be run(main);",
  },
  {
    rule: "entry",
    when: "a literal program waits at its top level",
    edit: (course) =>
      course.replace(LITERAL, "\nrun(main);", "for await (const x of []) void x;\nrun(main);"),
    says: `01-greeting/literal/bits.ts:18 has a top-level await: ${COMPILED}`,
  },
  {
    rule: "entry",
    when: "a literal part asks where it is",
    edit: (course) =>
      course.append(
        `${CHAPTER}/literal/greeting.ts`,
        "export const here = () => import.meta.url;\n",
      ),
    says: `01-greeting/literal/greeting.ts:7 has import.meta: ${COMPILED}`,
  },
  {
    rule: "entry",
    when: "a literal program says using",
    edit: (course) => course.replace(LITERAL, "const flag = 11", "using flag = 11"),
    says: `01-greeting/literal/bits.ts:13 has using: ${COMPILED}`,
  },
  {
    rule: "size",
    when: "a program is too long",
    edit: (course) => course.append(NODE, "// and so on\n".repeat(60)),
    says: "01-greeting/node/client.ts:81 is 82 lines; a program has 80 at most",
  },
  {
    rule: "size",
    when: "a part is too long",
    edit: (course) => course.append(`${CHAPTER}/literal/greeting.ts`, "// and so on\n".repeat(120)),
    says: "01-greeting/literal/greeting.ts:121 is 126 lines; a part has 120 at most",
  },
  {
    rule: "size",
    when: "a line is too wide",
    edit: (course) => course.append(NODE, `// ${"x".repeat(86)}\n`),
    says: "01-greeting/node/client.ts:23 is 89 columns wide; 88 is the most",
  },
  {
    rule: "size",
    when: "Chinese makes a line too wide",
    edit: (course) => course.append(NODE, `// ${"中".repeat(43)}\n`),
    says: "01-greeting/node/client.ts:23 is 89 columns wide; 88 is the most",
  },
];
