/**
 * Rule `layout`: a chapter has what every chapter has, and nothing else.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileOf } from "../chapter.ts";
import { readPackage } from "../package.ts";
import type { Problem, Rule } from "./finding.ts";
import { lineOf, sourcesOf } from "./sources.ts";

const NEEDED = ["README.md", "package.json", "demo.ts"];
const ROLES = ["server", "client"];

/** Every file that the layout knows, as a path in the chapter. */
const KNOWN = [
  /^(?:README\.md|package\.json|demo\.ts)$/,
  /^python\/[^/]+\.py$/,
  /^(?:literal|node|proofs)\/[^/]+\.ts$/,
  /^tests\/[^/]+\.test\.ts$/,
  /^exercises\/\d+-[a-z0-9-]+\/(?:task\.md|hint\.md|(?:starter|solution|check)\.ts)$/,
  /^exercises\/\d+-[a-z0-9-]+\/wrong\/[^/]+\.ts$/,
  /^exercises\/\d+-[a-z0-9-]+\/right\/[^/]+\.(?:ts|py)$/,
];

/** What tools, programs and learners leave behind; git ignores it, or it is the learner's own. */
const NOT_OURS =
  /^(?:node_modules|\.turbo|\.netnotes|__pycache__|received|test-results\.json|mine\..*|.*\.part|page\.html)$/;

export const layout: Rule = (chapter) => [
  ...missing(chapter.folder),
  ...strays(chapter.folder),
  ...(sourcesOf(chapter).some(({ kind }) => kind === "test")
    ? []
    : [
        at(
          chapter.folder,
          `tests/${chapter.slug}.test.ts`,
          "is missing: it plays the scenes, at least",
        ),
      ]),
  ...ROLES.filter((role) => !chapter.programs.some((program) => program.role === role)).map(
    (role) =>
      problem(
        fileOf(chapter.folder, "python", role),
        "is missing: every chapter has a server and a client",
      ),
  ),
];

function missing(folder: string): Problem[] {
  return NEEDED.filter((file) => !existsSync(join(folder, file))).map((file) =>
    at(folder, file, "is missing: every chapter has one"),
  );
}

function strays(folder: string): Problem[] {
  const listed = readPackage(folder).netnotes?.files ?? [];
  const isListed = (path: string) =>
    listed.some((one) => path === one || path.startsWith(`${one.replace(/\/$/, "")}/`));
  const unknown = filesUnder(folder)
    .map((file) => relative(folder, file).split(sep).join("/"))
    .filter((path) => !KNOWN.some((known) => known.test(path)) && !isListed(path))
    .map((path) =>
      at(
        folder,
        path,
        'is no part of a chapter: move it, or list it in package.json\'s "netnotes.files"',
      ),
    );
  const gone = listed.filter((path) => !existsSync(join(folder, path)));
  return [...unknown, ...gone.map((path) => listedForNothing(folder, path))];
}

function listedForNothing(folder: string, path: string): Problem {
  const file = join(folder, "package.json");
  const line = lineOf(readFileSync(file, "utf8"), `"${path}"`);
  return { file, line, message: `lists ${path} under "netnotes.files", but there is none` };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function at(folder: string, path: string, message: string): Problem {
  return problem(join(folder, path), message);
}

function problem(file: string, message: string): Problem {
  return { file, line: 1, message };
}
