import { type BadCourse, bitsInPythonOnly, CHAPTER } from "./bad-course.ts";

const PYTHON = `${CHAPTER}/python/bits.py`;
const LITERAL = `${CHAPTER}/literal/server.ts`;
const NODE = `${CHAPTER}/node/server.ts`;
const LISTEN = "step listen: be there for clients";

/** Wrong in the steps of one program, or in how they agree. */
export const steps: readonly BadCourse[] = [
  {
    rule: "steps",
    when: "a marker has no colon",
    edit: (course) => course.append(NODE, "// step away\n"),
    says:
      "01-greeting/node/server.ts:25 begins like a marker and is none: " +
      'write "// step ID: title", or another word first',
  },
  {
    rule: "steps",
    when: "a marker has a capital",
    edit: (course) => course.append(PYTHON, "# Step bind: an address\n"),
    says:
      "01-greeting/python/bits.py:23 begins like a marker and is none: " +
      'write "# step ID: title", or another word first',
  },
  {
    rule: "steps",
    when: "a program has one step only",
    edit: (course) => bitsInPythonOnly(course).replace(PYTHON, "# step show: its", "# its"),
    says: "01-greeting/python/bits.py:1 has one step: a program has two at least",
  },
  {
    rule: "steps",
    when: "an id stands twice",
    edit: (course) => bitsInPythonOnly(course).replace(PYTHON, "step show", "step take"),
    says: "01-greeting/python/bits.py:17 has the step take again, after line 14",
  },
  {
    rule: "steps",
    when: "a title is empty",
    edit: (course) => bitsInPythonOnly(course).replace(PYTHON, "step take: a flag", "step take:"),
    says:
      "01-greeting/python/bits.py:14 the step take has no title: " +
      "say what it does or why it is there",
  },
  {
    rule: "steps",
    when: "one step says steps",
    edit: (course) => course.replace(`${CHAPTER}/node/client.ts`, "step read", "steps read"),
    says: '01-greeting/node/client.ts:22 write "step read": it is one',
  },
  {
    rule: "steps",
    when: "several steps say step",
    edit: (course) => course.replace(NODE, "steps greet listen", "step greet listen"),
    says: '01-greeting/node/server.ts:18 write "steps greet listen": they are several',
  },
  {
    rule: "steps",
    when: "Python takes two steps in one",
    edit: (course) => bitsInPythonOnly(course).replace(PYTHON, "step take", "steps take hold"),
    says: "01-greeting/python/bits.py:14 only the node way takes several steps in one",
  },
  {
    rule: "steps",
    when: "a Python step has no code",
    edit: (course) => bitsInPythonOnly(course).replace(PYTHON, "flag = 11", "# flag = 11"),
    says:
      "01-greeting/python/bits.py:14 the step take has no code; " +
      "only in the node way may a title be all",
  },
  {
    rule: "steps",
    when: "a literal step has another title",
    edit: (course) => course.replace(LITERAL, LISTEN, "step listen: for clients"),
    says:
      `01-greeting/literal/server.ts:17 must have "${LISTEN}" here, ` +
      "as python/server.py does on line 18",
  },
  {
    rule: "steps",
    when: "the literal way leaves a step out",
    edit: (course) =>
      course
        .replace(
          `${CHAPTER}/python/server.py`,
          '    print(f"已连接',
          '    # step tell: it\n    print(f"已连接',
        )
        .append(NODE, "// step tell: it\n"),
    says:
      '01-greeting/literal/server.ts:28 must have "step tell: it" here, ' +
      "as python/server.py does on line 27",
  },
  {
    rule: "steps",
    when: "the literal way has a step more",
    edit: (course) =>
      course.replace(LITERAL, "  print(`已连接", "  // step tell: it\n  print(`已连接"),
    says: '01-greeting/literal/server.ts:25 has "step tell: it", a step more than python/server.py',
  },
  {
    rule: "steps",
    when: "the node way leaves a step out",
    edit: (course) => course.replace(NODE, "steps greet listen", "step greet"),
    says:
      "01-greeting/node/server.ts:24 leaves out the step listen (python/server.py line 18): " +
      "name it with what does it, or say why not",
  },
  {
    rule: "steps",
    when: "the node way has a step that Python lacks",
    edit: (course) => course.append(NODE, "// step close: by itself\n"),
    says: "01-greeting/node/server.ts:25 has the step close, which python/server.py does not have",
  },
];
