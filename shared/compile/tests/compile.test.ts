import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { compile, load, root } from "@netnotes/compile";
import { beforeEach, expect, test } from "vitest";
import { emptyFolder, written } from "./sources.ts";

const run = promisify(execFile);
let folder: string;

beforeEach(() => void (folder = emptyFolder()));

const write = (name: string, source: string): string => written(folder, name, source);

test("what it compiles runs, with what it imports", async () => {
  write("word.ts", `export const word: string = "hello";`);
  const entry = write("entry.ts", `import { word } from "./word.ts"; console.log(word);`);
  for (const format of ["cjs", "esm"] as const) {
    const { stdout } = await run(process.execPath, [compile(entry, { format })]);
    expect(stdout).toBe("hello\n");
  }
});

test("iconv-lite's tables stay outside", async () => {
  const entry = write(
    "entry.ts",
    `import iconv from "iconv-lite"; console.log(iconv.encode("中", "gbk").toString("hex"));`,
  );
  for (const format of ["cjs", "esm"] as const) {
    const compiled = compile(entry, { format });
    expect((await run(process.execPath, [compiled])).stdout).toBe("d6d0\n");
    expect(readFileSync(compiled).length).toBeLessThan(10_000);
  }
});

test("nothing is compiled twice, until something that it imports changes", () => {
  write("word.ts", `export const word = "one";`);
  const entry = write("entry.ts", `import { word } from "./word.ts"; console.log(word);`);
  const first = compile(entry);
  expect(compile(entry)).toBe(first);
  write("word.ts", `export const word = "two";`);
  const second = compile(entry);
  expect(second).not.toBe(first);
  write("word.ts", `export const word = "one";`);
  expect(compile(entry)).toBe(first);
});

test("nor when all that changes is a date", () => {
  const entry = write("entry.ts", `console.log("hello");`);
  const made = statSync(compile(entry)).ino;
  utimesSync(entry, 1, 1);
  expect(statSync(compile(entry)).ino).toBe(made);
});

test("a source whose path is longer than a file's name may be", async () => {
  const deep = join(folder, ...Array<string>(5).fill("long".repeat(15)));
  mkdirSync(deep, { recursive: true });
  const entry = join(deep, "entry.ts");
  writeFileSync(entry, `console.log("hello");`);
  expect((await run(process.execPath, [compile(entry)])).stdout).toBe("hello\n");
});

test("a module says where its source is, and may wait at its top level", async () => {
  const entry = write(
    "entry.ts",
    `export const where = await Promise.resolve(import.meta.dirname);`,
  );
  expect(await load(entry)).toMatchObject({ where: folder });
});

test("a module's own URL is what a process and a worker can load, on every Node", async () => {
  write("word.ts", `export const word: string = "hello";`);
  const entry = write(
    "entry.ts",
    `import { fork } from "node:child_process";
    import { fileURLToPath } from "node:url";
    import { isMainThread, Worker } from "node:worker_threads";
    import { word } from "./word.ts";
    console.log(word, isMainThread, process.argv[2]);
    if (isMainThread && process.argv[2] === undefined) {
      fork(fileURLToPath(import.meta.url), ["forked"]).on("exit", () => {
        new Worker(new URL(import.meta.url));
      });
    }`,
  );
  const { stdout } = await run(process.execPath, [compile(entry, { format: "esm" })]);
  expect(stdout).toBe("hello true undefined\nhello true forked\nhello false undefined\n");
});

test("what does not compile says why, and where", () => {
  const entry = write("entry.ts", `const word: = 1;`);
  expect(() => compile(entry)).toThrow(/entry\.ts:1:12: ERROR: Unexpected "="/);
});

test("what is missing is named", () => {
  const entry = write("entry.ts", `import "./nowhere.ts";`);
  expect(() => compile(entry)).toThrow(/Could not resolve "\.\/nowhere\.ts"/);
});

test("an error's stack names the line of the source", async () => {
  const entry = write("entry.ts", `const word: string = "no";\n\nthrow new Error(word);`);
  const failing = run(process.execPath, ["--enable-source-maps", compile(entry)]);
  await expect(failing).rejects.toThrow(/entry\.ts:3:7/);
});

test("four processes that compile the same file at once all get it whole", async () => {
  const entry = write(
    "entry.ts",
    `export const size = ${"1 + ".repeat(5000)}1;\nconsole.log(size);`,
  );
  const script = `require(require(${JSON.stringify(join(root, "shared/compile/compile.cjs"))}).compile(${JSON.stringify(entry)}))`;
  const runs = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, ["-e", script])));
  expect(runs.map((each) => each.stdout)).toEqual(Array(4).fill("5001\n"));
});

test("and the source's own path, where it lies in the repository", async () => {
  const file = join(import.meta.dirname, "fixtures/throws.ts");
  for (const format of ["cjs", "esm"] as const) {
    const args = ["--enable-source-maps", compile(file, { format })];
    await expect(run(process.execPath, args)).rejects.toThrow(`${file}:1:7`);
  }
});
