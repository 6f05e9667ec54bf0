import { type BadCourse, CHAPTER } from "./bad-course.ts";

/** Wrong in what files there are, and in their names. */
export const files: readonly BadCourse[] = [
  {
    rule: "layout",
    when: "a chapter has no README",
    edit: (course) =>
      course
        .remove(`${CHAPTER}/README.md`)
        .replace("README.md", "README.md#server", "python/server.py")
        .replace("README.md", "README.md#client", "python/client.py")
        .replace("README.md", "01-greeting/README.md", "01-greeting/python/bits.py"),
    says: "01-greeting/README.md:1 is missing: every chapter has one",
  },
  {
    rule: "layout",
    when: "a chapter has no scenes",
    edit: (course) => course.remove(`${CHAPTER}/demo.ts`),
    says: "01-greeting/demo.ts:1 is missing: every chapter has one",
  },
  {
    rule: "layout",
    when: "a chapter has no tests",
    edit: (course) => course.remove(`${CHAPTER}/tests/greeting.test.ts`),
    says: "01-greeting/tests/greeting.test.ts:1 is missing: it plays the scenes, at least",
  },
  {
    rule: "layout",
    when: "a chapter has no client",
    edit: (course) =>
      course
        .remove(`${CHAPTER}/python/client.py`)
        .remove(`${CHAPTER}/literal/client.ts`)
        .remove(`${CHAPTER}/node/client.ts`)
        .replace("README.md", "[01 client]", "[one]"),
    says: "01-greeting/python/client.py:1 is missing: every chapter has a server and a client",
  },
  {
    rule: "layout",
    when: "a file is beyond the layout",
    edit: (course) => course.write(`${CHAPTER}/notes.txt`, "x"),
    says:
      "01-greeting/notes.txt:1 is no part of a chapter: move it, " +
      'or list it in package.json\'s "netnotes.files"',
  },
  {
    rule: "layout",
    when: "a folder is beyond the layout",
    edit: (course) => course.write(`${CHAPTER}/src/literal/server.ts`, "x"),
    says:
      "01-greeting/src/literal/server.ts:1 is no part of a chapter: move it, " +
      'or list it in package.json\'s "netnotes.files"',
  },
  {
    rule: "layout",
    when: "a way's folder has a file of another language",
    edit: (course) => course.write(`${CHAPTER}/literal/again.py`, "x"),
    says:
      "01-greeting/literal/again.py:1 is no part of a chapter: move it, " +
      'or list it in package.json\'s "netnotes.files"',
  },
  {
    rule: "layout",
    when: "a listed file is not there",
    edit: (course) => course.replace(`${CHAPTER}/package.json`, '"data/"', '"data/", "more.txt"'),
    says: '01-greeting/package.json:10 lists more.txt under "netnotes.files", but there is none',
  },
  {
    rule: "unfinished",
    when: "something is left to do",
    edit: (course) => course.append(`${CHAPTER}/README.md`, "\nTo do: the other half.\n"),
    says: "01-greeting/README.md:22 still to do: the other half",
  },
  {
    rule: "names",
    when: "a part is named for nothing",
    edit: (course) =>
      course
        .rename(`${CHAPTER}/literal/greeting.ts`, `${CHAPTER}/literal/greeting-utils.ts`)
        .replace(`${CHAPTER}/literal/server.ts`, "./greeting.ts", "./greeting-utils.ts"),
    says:
      "01-greeting/literal/greeting-utils.ts:1 greeting-utils says nothing: " +
      "name it after the idea that it holds",
  },
  {
    rule: "names",
    when: "a part is named by number",
    edit: (course) =>
      course
        .rename(`${CHAPTER}/literal/greeting.ts`, `${CHAPTER}/literal/greeting2.ts`)
        .replace(`${CHAPTER}/literal/server.ts`, "./greeting.ts", "./greeting2.ts"),
    says:
      "01-greeting/literal/greeting2.ts:1 greeting2 is named by number: " +
      "name it after what is different in it, as poll-server is",
  },
  {
    rule: "names",
    when: "a part is named in another form",
    edit: (course) =>
      course
        .rename(`${CHAPTER}/literal/greeting.ts`, `${CHAPTER}/literal/theGreeting.ts`)
        .replace(`${CHAPTER}/literal/server.ts`, "./greeting.ts", "./theGreeting.ts"),
    says:
      "01-greeting/literal/theGreeting.ts:1 theGreeting is not in lower case with hyphens, " +
      "as other names are",
  },
  {
    rule: "course",
    when: "a folder of the chapters is no chapter",
    edit: (course) => course.write("chapters/drafts/server.py", "x"),
    says: "drafts:1 is no chapter: that is a folder such as 05-udp with a package.json",
  },
  {
    rule: "course",
    when: "a file lies among the chapters",
    edit: (course) => course.write("chapters/README.md", "x"),
    says: "README.md:1 is no chapter: that is a folder such as 05-udp with a package.json",
  },
  {
    rule: "course",
    when: "a chapter has no package.json",
    edit: (course) => course.write("chapters/02-parting/README.md", "# 02 Parting"),
    says: "02-parting:1 is no chapter: that is a folder such as 05-udp with a package.json",
  },
];
