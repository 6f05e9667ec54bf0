/**
 * Rule `names`: a file's name says which idea it is.
 */
import type { Rule } from "./finding.ts";
import { type Source, sourcesOf } from "./sources.ts";

/** They say that something is there, not what. */
const EMPTY = /(?:^|[-_])(?:utils?|helpers?|common|misc)(?:$|[-_])/;
const NUMBERED = /(?:^|[-_])\d|\d$/;
/** Names of things that end in a number of their own. */
const KNOWN_NUMBERS = /(?:ipv[46]|utf-?(?:8|16|32)|http[123]|sha\d+|md5|base64|gb18030)$/;

export const names: Rule = (chapter) =>
  sourcesOf(chapter).flatMap((source) => {
    const message = wrongName(source);
    return message === undefined ? [] : [{ file: source.file, line: 1, message }];
  });

function wrongName({ file, stem: name }: Source): string | undefined {
  const stem = name.replace(/\.test$/, "");
  if (EMPTY.test(stem)) return `${stem} says nothing: name it after the idea that it holds`;
  if (NUMBERED.test(stem.replace(KNOWN_NUMBERS, ""))) {
    return `${stem} is named by number: name it after what is different in it, as poll-server is`;
  }
  // A Python part is imported by its name, and that has no hyphens.
  const form = file.endsWith(".py")
    ? /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/
    : /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
  return form.test(stem)
    ? undefined
    : `${stem} is not in lower case with hyphens, as other names are`;
}
