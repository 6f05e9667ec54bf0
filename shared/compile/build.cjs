/**
 * Makes what the compile cache keeps.
 *
 * One entry with all that it imports from this repository becomes one file. What must stay what it is, is
 * left outside by its absolute path: `koffi` and `oxc-parser`, which are native, `iconv-lite`, whose tables
 * only few programs need, and the files that load others.
 *
 * `import.meta.dirname` and `filename` in a compiled file are the source's: what lies beside it is found. An ES
 * module's `import.meta.url` is its own: a process or a worker that it starts can load that, and no TypeScript.
 * Both are the entry's, also where an imported file says them.
 */
"use strict";

const { createRequire } = require("node:module");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { recordOf, root, unchanged } = require("./compile.cjs");
const { keep, stillGood } = require("./store.cjs");

/** Where the source is, in what was compiled for several. */
const SOMEWHERE = "__somewhere";

/** A bundled CommonJS dependency still says require("node:…"), which an ES module lacks. */
const REQUIRE =
  'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);';

/** @typedef {import("./compile.cjs").Entry} Entry */

/**
 * The compiled file of an entry: the one that there is if its inputs have other dates only, as after a change that
 * was taken back, else a new one.
 *
 * @param {Entry} entry
 * @returns {string} its absolute path
 * @throws {Error} with esbuild's own message
 */
function build(entry) {
  const before = stillGood(entry);
  if (before !== undefined) return before;
  const { source, format } = entry;
  const { outputFiles, metafile } = esbuild().buildSync({
    ...settings(format, {
      dirname: JSON.stringify(path.dirname(source)),
      filename: JSON.stringify(source),
      url: JSON.stringify(pathToFileURL(source).href),
    }),
    entryPoints: [{ in: source, out: "compiled" }],
  });
  // One entry, one output.
  const output = /** @type {import("esbuild").OutputFile} */ (outputFiles[0]);
  return keep(entry, output.contents, inputsOf(output.path, metafile));
}

/**
 * Compiles together what a start would have to compile: a file that several import is then read once. What says
 * where it is, is left to whoever starts it.
 *
 * @param {readonly Entry[]} entries
 * @throws {Error} with esbuild's own message
 */
async function buildAhead(entries) {
  const missing = entries.filter(
    (entry) => (unchanged(recordOf(entry)) ?? stillGood(entry)) === undefined,
  );
  for (const format of /** @type {const} */ (["cjs", "esm"])) {
    const alike = missing.filter((entry) => entry.format === format);
    if (alike.length > 0) await buildTogether(alike, format);
  }
}

/**
 * @param {readonly Entry[]} entries
 * @param {"cjs" | "esm"} format theirs
 */
async function buildTogether(entries, format) {
  const { outputFiles, metafile } = await esbuild().build({
    ...settings(format, { dirname: SOMEWHERE, filename: SOMEWHERE, url: SOMEWHERE }),
    entryPoints: entries.map(({ source }, at) => ({ in: source, out: String(at) })),
  });
  const known = {};
  for (const { path: file, contents } of outputFiles) {
    const entry = entries[Number(path.parse(file).name)];
    const code = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
    if (entry === undefined || code.includes(SOMEWHERE)) continue;
    keep(entry, code, inputsOf(file, metafile), known);
  }
}

/** @returns {typeof import("esbuild")} loaded when there is something to compile */
function esbuild() {
  return require("esbuild");
}

/**
 * @param {"cjs" | "esm"} format
 * @param {{ dirname: string, filename: string, url: string }} place expressions for where the source is
 */
function settings(format, { dirname, filename, url }) {
  const outside = leftOutside(format);
  return /** @type {const} @satisfies {import("esbuild").BuildOptions} */ ({
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format,
    platform: "node",
    target: "node20",
    sourcemap: "inline",
    sourcesContent: false,
    minifyWhitespace: true, // parsed at every start
    sourceRoot: `${pathToFileURL(root).href}/`,
    outdir: root,
    keepNames: true,
    logLevel: "silent",
    alias: outside,
    external: Object.values(outside),
    define: {
      "import.meta.dirname": dirname,
      "import.meta.filename": filename,
      ...(format === "cjs" && { "import.meta.url": url }),
    },
    banner: { js: format === "esm" ? REQUIRE : "" },
  });
}

/**
 * All that was read for an output: its entry, what that imports, and so on.
 *
 * @param {string} file the output's absolute path
 * @param {import("esbuild").Metafile} metafile of the build that it was part of
 * @returns {string[]} absolute paths
 */
function inputsOf(file, { inputs, outputs }) {
  const found = new Set([outputs[path.relative(root, file)]?.entryPoint ?? ""]);
  // A set that grows while it is walked is walked to its end.
  for (const input of found) {
    for (const { path: imported, external } of inputs[input]?.imports ?? []) {
      if (!external) found.add(imported);
    }
  }
  return [...found].map((input) => path.resolve(root, input));
}

/**
 * What a compiled file imports by its absolute path instead of containing it.
 *
 * @param {"cjs" | "esm"} format
 * @returns {Record<string, string>}
 */
function leftOutside(format) {
  const stdlib = createRequire(path.join(root, "shared/stdlib/package.json"));
  const koffi = stdlib.resolve("koffi");
  const parser = createRequire(path.join(root, "shared/course/package.json")).resolve("oxc-parser");
  return {
    "oxc-parser": parser,
    "iconv-lite": stdlib.resolve("iconv-lite"),
    koffi: format === "cjs" ? koffi : path.join(path.dirname(koffi), "index.js"),
    "@netnotes/compile": path.join(__dirname, "compile.cjs"),
    "@netnotes/compile/build": __filename,
    "@netnotes/compile/stack": path.join(__dirname, "stack.cjs"),
    "@netnotes/course/run": path.join(root, "shared/course/run.cjs"),
  };
}

module.exports = { build, buildAhead };
