/**
 * The parts of a program: the files beside it that it uses.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/**
 * The files in a program's folder that it, or one of those, imports or starts.
 *
 * @param file the program's path
 * @returns paths, by name
 */
export function partsOf(file: string): string[] {
  const folder = dirname(file);
  const others = readdirSync(folder).filter((name) => extname(name) === extname(file));
  const found = new Set<string>();
  const ahead = [basename(file)];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    const source = readFileSync(join(folder, name), "utf8");
    for (const other of others.filter((part) => part !== basename(file) && !found.has(part))) {
      if (!uses(source, other)) continue;
      found.add(other);
      ahead.push(other);
    }
  }
  return [...found].sort().map((name) => join(folder, name));
}

/** TypeScript names a file in a string. Python has a module of its name, unless it starts it. */
function uses(source: string, name: string): boolean {
  if (source.includes(`"./${name}"`)) return true;
  const module = basename(name, extname(name));
  return name.endsWith(".py") && new RegExp(`^(?:from|import) ${module}\\b`, "m").test(source);
}
