import { type BadCourse, CHAPTER } from "./bad-course.ts";

const MANIFEST = `${CHAPTER}/package.json`;
const WITHOUT = '"bits": { "node": "the literal way is the same there" }';

/** Wrong in package.json, and in what it excuses. */
export const manifests: readonly BadCourse[] = [
  {
    rule: "manifest",
    when: "the package has another name",
    edit: (course) => course.replace(MANIFEST, "@netnotes/01-greeting", "@netnotes/greeting"),
    says: '01-greeting/package.json:2 "name" must be "@netnotes/01-greeting", as in every chapter',
  },
  {
    rule: "manifest",
    when: "a script does something else",
    edit: (course) => course.replace(MANIFEST, "tsx literal/client.ts", "tsx node/client.ts"),
    says: '01-greeting/package.json:6 "client" must be "tsx literal/client.ts", as in every chapter',
  },
  {
    rule: "manifest",
    when: "a script is not there",
    edit: (course) => course.replace(MANIFEST, '"server": "tsx literal/server.ts",', ""),
    says: '01-greeting/package.json:1 "server" must be "tsx literal/server.ts", as in every chapter',
  },
  {
    rule: "manifest",
    when: "the tests of another chapter are run",
    edit: (course) => course.replace(MANIFEST, "--project 01-greeting", "--project 02-parting"),
    says:
      '01-greeting/package.json:7 "test" must be ' +
      '"vitest run --root ../.. --project 01-greeting", as in every chapter',
  },
  {
    rule: "manifest",
    when: "nothing describes the chapter",
    edit: (course) => course.replace(MANIFEST, "A greeting, and who begins", " "),
    says:
      '01-greeting/package.json:3 "description" is empty: ' +
      "say in a line what the chapter is about",
  },
  {
    rule: "manifest",
    when: "a setting is unknown",
    edit: (course) => course.replace(MANIFEST, '"files"', '"whithout": {}, "files"'),
    says:
      '01-greeting/package.json:10 "netnotes.whithout" means nothing: ' +
      'there are "without" and "files"',
  },
  {
    rule: "twins",
    when: "a program lacks a way",
    edit: (course) => course.remove(`${CHAPTER}/node/client.ts`),
    says:
      "01-greeting/node/client.ts:1 is missing: write it, or say why not in package.json, " +
      '"netnotes": {"without": {"client": {"node": "…"}}}',
  },
  {
    rule: "twins",
    when: "a way of a program takes no arguments",
    edit: (course) =>
      course
        .replace(`${CHAPTER}/literal/bits.ts`, 'import { ArgumentParser } from "argparse";\n', "")
        .replace(
          `${CHAPTER}/literal/bits.ts`,
          'new ArgumentParser({ description: "Prints bits." }).parse_args();',
          "",
        ),
    says:
      "01-greeting/literal/bits.ts:1 reads no arguments, as a part does: " +
      "a program has an ArgumentParser, or parseArgs",
  },
  {
    rule: "twins",
    when: "a way that exists is excused",
    edit: (course) => course.replace(MANIFEST, WITHOUT, `${WITHOUT}, "client": { "node": "no" }`),
    says:
      '01-greeting/package.json:12 "without" excuses node/client.ts, but it is there: ' +
      "take the excuse out",
  },
  {
    rule: "twins",
    when: "the way of an excuse is unknown",
    edit: (course) => course.replace(MANIFEST, WITHOUT, WITHOUT.replace("}", ', "deno": "no" }')),
    says:
      '01-greeting/package.json:12 "without" for bits names deno, which is no way: ' +
      "python, literal, node",
  },
  {
    rule: "twins",
    when: "the program of an excuse is unknown",
    edit: (course) => course.replace(MANIFEST, WITHOUT, `${WITHOUT},\n"byts": { "node": "no" }`),
    says:
      '01-greeting/package.json:13 "without" names byts, ' +
      "and there is no such program in any way",
  },
  {
    rule: "twins",
    when: "an excuse has no reason",
    edit: (course) => course.replace(MANIFEST, "the literal way is the same there", " "),
    says:
      '01-greeting/package.json:12 "without" gives no reason for bits in node: ' +
      "it is printed to whoever asks for it",
  },
];
