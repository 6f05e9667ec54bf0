/**
 * Rule `scenes`: whom a scene starts, the chapter has.
 */
import type { Rule } from "./finding.ts";
import { lineOf, sourcesOf } from "./sources.ts";

export const scenes: Rule = (chapter) => {
  const roles = new Set(chapter.programs.map(({ role }) => role));
  return sourcesOf(chapter)
    .filter(({ kind }) => kind === "demo")
    .flatMap(({ file, text }) =>
      [...new Set(named(text))]
        .filter((role) => !roles.has(role))
        .map((role) => ({
          file,
          line: lineOf(text, `"${role}"`),
          message: `starts ${role}, and chapter ${chapter.number} has no such program`,
        })),
    );
};

/** The roles in `start("…")` and in `cast: { … }`. */
function named(text: string): string[] {
  const casts = [...text.matchAll(/\bcast: \{([^}]*)\}/g)].map(([, cast = ""]) => cast);
  return [
    ...[...text.matchAll(/\bstart\(\s*"([^"]+)"/g)].map(([, role = ""]) => role),
    ...casts.flatMap((cast) => [...cast.matchAll(/: "([^"]+)"/g)].map(([, role = ""]) => role)),
  ];
}
