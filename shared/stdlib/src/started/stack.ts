/**
 * Stack traces with the places of the sources.
 *
 * Node would do this itself, but it reads the whole map of the program when the program loads, and a thread
 * would take half as long again to start. Here it is read when there is a fault to show.
 */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { inspect } from "node:util";

/** An error as Node shows one that nobody caught; what is no Error, as `util.inspect` shows it. */
export function stackOf(error: unknown): string {
  const text = inspect(error);
  const own = typeof __filename === "string" ? __filename : "";
  if (own === "" || !text.includes(own)) return text;
  const map = mapOf(own);
  if (map === undefined) return text;
  return text.replaceAll(/([^\s(]+\.cjs):(\d+):(\d+)/g, (place, file: string, line, column) => {
    if (file !== own) return place;
    const found = map.findEntry(Number(line) - 1, Number(column) - 1);
    if (!("originalSource" in found)) return place;
    return `${found.originalSource}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}

/** The map at the end of a compiled file. */
function mapOf(file: string): SourceMap | undefined {
  const code = readFileSync(file, "utf8");
  const encoded = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(code)?.[1];
  if (encoded === undefined) return undefined;
  const payload: unknown = JSON.parse(Buffer.from(encoded, "base64").toString("utf8"));
  return new SourceMap(payload as ConstructorParameters<typeof SourceMap>[0]);
}
