/**
 * Rule `options`: every program takes `--help`, and `--host` and `--port`, or `--path`, if it has an
 * address.
 */
import type { Rule } from "./finding.ts";
import { outlinesOf } from "./outline.ts";
import { programsOf, type Source } from "./sources.ts";

/** Modules whose user has an address that a person may want to change. */
const SPEAKS =
  /^(?:socket|socketserver|@netnotes\/stdlib\/socket|node:(?:net|dgram|http|https|http2|tls))$/;

export const options: Rule = (chapter) =>
  programsOf(chapter).flatMap((source) => {
    const imports = outlinesOf(chapter).get(source.file)?.imports ?? [];
    const socket = imports.find(({ from }) => SPEAKS.test(from));
    const found: string[] = [];
    if (socket && !takes(source, "path") && !(takes(source, "host") && takes(source, "port"))) {
      found.push(`uses ${socket.from} and does not take --host and --port (or --path)`);
    }
    // Both argparses have --help by themselves.
    if (source.way === "node" && !takes(source, "help")) {
      found.push("does not take --help: parseArgs does not know it by itself");
    }
    return found.map((message) => ({ file: source.file, line: 1, message }));
  });

function takes({ text, way }: Source, option: string): boolean {
  return way === "node"
    ? new RegExp(`\\b${option}: \\{\\s*type:`).test(text)
    : new RegExp(`add_argument\\((?:\\s*"-\\w",)?\\s*"--${option}"`).test(text);
}
