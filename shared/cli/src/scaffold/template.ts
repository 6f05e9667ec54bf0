/**
 * Lays out the files of a template: a text that has one file after another, each after `-- PATH --`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "@netnotes/compile";

/** What is put in for `{{NAME}}` and its like, in paths and in texts. */
export type Values = Readonly<Record<string, string>>;

/**
 * Writes every file of a template into a new folder.
 *
 * @param name the template's: `chapter` or `exercise`
 * @param folder absolute path; nothing may be there
 * @throws {Error} EEXIST when the folder is there already: nothing is written then
 */
export function lay(name: string, folder: string, values: Values): void {
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder);
  for (const [path, text] of files(name, values)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function files(name: string, values: Values): [path: string, text: string][] {
  const template = readFileSync(join(root, `shared/cli/templates/${name}.txt`), "utf8");
  const filled = template.replaceAll(/\{\{([A-Z]+)\}\}/g, (_, key: string) => values[key] ?? "");
  const [, ...parts] = filled.split(/^-- (.*) --\n/m);
  return parts.flatMap((path, at) =>
    at % 2 === 0 ? [[path, (parts[at + 1] ?? "").replace(/\n\n$/, "\n")] as [string, string]] : [],
  );
}

/** `everybody-hears` as a heading: Everybody hears. */
export function titleFrom(slug: string): string {
  const words = slug.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
