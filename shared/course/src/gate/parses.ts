/**
 * Rule `parses`: every source is a program of its language.
 */
import type { Problem, Rule } from "./finding.ts";
import { outlinesOf } from "./outline.ts";
import { sourcesOf } from "./sources.ts";

export const parses: Rule = (chapter) => {
  const outlines = outlinesOf(chapter);
  const problems = sourcesOf(chapter).flatMap(({ file }): Problem[] => {
    const outline = outlines.get(file);
    if (outline === undefined) {
      return [{ file, line: 1, message: "could not be read: the gate needs python3" }];
    }
    const { error } = outline;
    return error ? [{ file, line: error.line, message: `does not parse: ${error.text}` }] : [];
  });
  return problems;
};
