/**
 * Rule `ports`: the ways of a program take the same port unless told, for its clients know only one.
 */
import { portOf } from "../port.ts";
import type { Rule } from "./finding.ts";
import { lineOf, programsOf } from "./sources.ts";

export const ports: Rule = (chapter) => {
  const all = programsOf(chapter).map((source) => ({ ...source, port: portOf(source.text) }));
  return all.flatMap(({ file, text, stem, way, port }) => {
    const first = all.find((other) => other.stem === stem && other.port !== undefined);
    if (port === undefined || first === undefined || first.port === port) return [];
    const message = `takes port ${port} in the ${way} way, and ${first.port} in the ${first.way} way`;
    return [{ file, line: lineOf(text, `${port}`), message }];
  });
};
