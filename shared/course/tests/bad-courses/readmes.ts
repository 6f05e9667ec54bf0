import { type BadCourse, CHAPTER } from "./bad-course.ts";

const README = `${CHAPTER}/README.md`;

/** Wrong in the lesson, and in the course's table. */
export const readmes: readonly BadCourse[] = [
  {
    rule: "readme",
    when: "the title lacks its number",
    edit: (course) => course.replace(README, "# 01 A greeting", "# A greeting"),
    says: '01-greeting/README.md:1 must begin with its title: "# 01 …"',
  },
  {
    rule: "readme",
    when: "a program is named in a path only",
    edit: (course) => course.replace(README, "run as `bits`", "run it"),
    says:
      "01-greeting/README.md:1 does not name the program bits: " +
      "give it a section, or `bits` in one",
  },
  {
    rule: "readme",
    when: "a proof is named in prose only",
    edit: (course) => course.replace(README, "`proof order`", "The proof order"),
    says:
      "01-greeting/README.md:1 does not name the proof order: " +
      "give it a section, or `order` in one",
  },
  {
    rule: "readme",
    when: "its table has a proof that is gone",
    edit: (course) =>
      course.append(README, "\n## Proofs\n\n| proof | shows |\n| --- | --- |\n| `gone` | it |\n"),
    says: "01-greeting/README.md:26 names the proof gone, and chapter 01 has none such",
  },
  {
    rule: "readme",
    when: "a command runs a program that is gone",
    edit: (course) =>
      course.replace(README, "[not a link](nowhere.md)", "$ pnpm chapter 01 servre"),
    says:
      '01-greeting/README.md:11 runs "pnpm chapter 01 servre", ' +
      "and chapter 01 has no program servre",
  },
  {
    rule: "links",
    when: "a link leads to no file",
    edit: (course) => course.replace(README, "data/page.html", "data/side.html"),
    says: "01-greeting/README.md:3 links to data/side.html, which does not exist",
  },
  {
    rule: "links",
    when: "a link leads to no heading",
    edit: (course) => course.replace(README, "(#server)", "(#the-server)"),
    says: "01-greeting/README.md:4 links to #the-server, and no heading there has that name",
  },
  {
    rule: "links",
    when: "a link of the course's README leads to no heading",
    edit: (course) => course.replace("README.md", "README.md#client", "README.md#clients"),
    says:
      "../README.md:6 links to chapters/01-greeting/README.md#clients, " +
      "and no heading there has that name",
  },
  {
    rule: "table",
    when: "the table has another heading",
    edit: (course) => course.replace("README.md", "服务器端", "服务器"),
    says:
      "01-greeting/python/server.py:5 is in no row of README.md's table: " +
      "| S1 | 服务器端 | [01 server](chapters/01-greeting/README.md) |",
  },
  {
    rule: "table",
    when: "the table names a program that is gone",
    edit: (course) => course.replace("README.md", "[01 bits]", "[01 bytes]"),
    says: "../README.md:7 names 01 bytes, and chapter 01 has no such program",
  },
  {
    rule: "table",
    when: "one of several programs in a link is gone",
    edit: (course) => course.replace("README.md", "[01 bits]", "[01 bits, bytes]"),
    says: "../README.md:7 names 01 bytes, and chapter 01 has no such program",
  },
  {
    rule: "table",
    when: "there is no table",
    edit: (course) =>
      course.remove("README.md").replace(README, "../../README.md", "data/page.html"),
    says: "../README.md:1 is missing: it has the table note → heading → program",
  },
];
