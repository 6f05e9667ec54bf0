import { readdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { compile, load } from "@netnotes/compile";
import { buildAhead } from "@netnotes/compile/build";
import { beforeEach, expect, test } from "vitest";
import { emptyFolder, written } from "./sources.ts";

let folder: string;

beforeEach(() => void (folder = emptyFolder()));

const write = (name: string, source: string): string => written(folder, name, source);

/** What the cache has of sources named after the folder, each by its name and inode. */
function compiledFiles(): string[] {
  const cache = dirname(compile(write("any.ts", "")));
  return readdirSync(cache)
    .filter((name) => name.startsWith(basename(folder)))
    .map((name) => `${name} ${statSync(join(cache, name)).ino}`);
}

test("what is compiled together is what each would be, and is not compiled again", async () => {
  write("word.ts", `export const word: string = "hello";`);
  const sources = ["one", "two"].map((name) =>
    write(
      `${basename(folder)}-${name}.ts`,
      `export { word } from "./word.ts"; export const name = "${name}";`,
    ),
  );
  await buildAhead(sources.map((source) => ({ source, format: "esm" as const })));
  const ahead = compiledFiles();
  expect(ahead).toHaveLength(2);
  for (const [at, source] of sources.entries()) {
    expect(await load(source)).toMatchObject({ word: "hello", name: ["one", "two"][at] });
  }
  expect(compiledFiles()).toEqual(ahead);
});

test("and is compiled again when what they import changes", async () => {
  const word = write("word.ts", `export const word = "one";`);
  const source = write("entry.ts", `export { word } from "./word.ts";`);
  await buildAhead([{ source, format: "esm" }]);
  writeFileSync(word, `export const word = "two";`);
  expect(await load(source)).toMatchObject({ word: "two" });
});

test("what has changed since is compiled together again", async () => {
  const source = write(`${basename(folder)}.ts`, `export const word = "one";`);
  await buildAhead([{ source, format: "esm" }]);
  writeFileSync(source, `export const word = "two";`);
  await buildAhead([{ source, format: "esm" }]);
  const ahead = compiledFiles();
  expect(ahead).toHaveLength(2);
  expect(await load(source)).toMatchObject({ word: "two" });
  expect(compiledFiles()).toEqual(ahead);
});

test("what says where it is knows its own place", async () => {
  const source = write("entry.ts", `export const where = import.meta.dirname;`);
  const other = write("other.ts", `export const word = "hello";`);
  await buildAhead([source, other].map((each) => ({ source: each, format: "esm" as const })));
  expect(await load(source)).toMatchObject({ where: folder });
});

test("what does not compile is said", async () => {
  const source = write("entry.ts", `const word: = 1;`);
  await expect(buildAhead([{ source, format: "cjs" }])).rejects.toThrow(/entry\.ts:1:12/);
});
