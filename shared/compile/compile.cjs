/**
 * The compile cache: TypeScript to one JavaScript file, once per content.
 *
 * Starting a program through a TypeScript loader costs every process the loader's own start. Here the
 * first start compiles (esbuild, about 0.1 s) and later ones read what is there. One entry with all that
 * it imports from this repository becomes one file. What must stay what it is, is left outside by its
 * absolute path: `koffi` and `oxc-parser`, which are native, `iconv-lite`, whose tables only few programs
 * need, and the files that load others. Plain CommonJS, because everything else is loaded through it, from
 * modules, scripts and workers.
 *
 * `import.meta.dirname` and `filename` in a compiled file are the source's: what lies beside it is found. An ES
 * module's `import.meta.url` is its own: a process or a worker that it starts can load that, and no TypeScript.
 * Both are the entry's, also where an imported file says them.
 */
"use strict";

const { createHash } = require("node:crypto");
const {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const { createRequire } = require("node:module");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

/** The repository's own folder. */
const root = path.resolve(__dirname, "../..");

/** Part of every key: what is compiled depends on the compiler's version and on this file. */
const recipe = digest(
  readFileSync(__filename),
  readFileSync(require.resolve("esbuild/package.json")),
);

/**
 * Compiles an entry with everything of this repository that it imports.
 *
 * @param {string} entry path of a TypeScript or JavaScript file
 * @param {{ format?: "cjs" | "esm" }} [options] "cjs" (the default) also loads in a worker made from a
 *   string; "esm" allows top-level await and `import.meta`
 * @returns {string} absolute path of the compiled file; the same path until some input changes
 * @throws {Error} with esbuild's own message, when the entry or an import does not compile
 */
function compile(entry, { format = "cjs" } = {}) {
  const source = path.resolve(entry);
  const name = `${path.basename(source, path.extname(source))}-${digest(source, format, recipe).slice(0, 12)}`;
  const folder = cacheFolder();
  const record = path.join(folder, `${name}.json`);
  return fresh(record) ?? build(source, format, folder, name, record);
}

/**
 * Compiles an entry and imports it into this process.
 *
 * @param {string} entry path of a TypeScript or JavaScript file
 * @returns {Promise<any>} the module's namespace
 */
async function load(entry) {
  return import(pathToFileURL(compile(entry, { format: "esm" })).href);
}

/**
 * The compiled file that a record names, if no input has changed since.
 *
 * @param {string} record
 * @returns {string | undefined}
 */
function fresh(record) {
  try {
    const { output, inputs } = JSON.parse(readFileSync(record, "utf8"));
    for (const [file, hash] of Object.entries(inputs)) {
      if (digest(readFileSync(file)) !== hash) return undefined;
    }
    return existsSync(output) ? output : undefined;
  } catch {
    return undefined; // no record yet, or an input is gone: compiling again says which
  }
}

/**
 * @param {string} source
 * @param {"cjs" | "esm"} format
 * @param {string} folder
 * @param {string} name
 * @param {string} record
 */
function build(source, format, folder, name, record) {
  const outside = leftOutside(format);
  /** @type {typeof import("esbuild")} */
  const esbuild = require("esbuild");
  const { outputFiles, metafile } = esbuild.buildSync({
    entryPoints: [source],
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
    outfile: path.join(root, "compiled.js"),
    keepNames: true,
    logLevel: "silent",
    alias: outside,
    external: Object.values(outside),
    define: {
      "import.meta.dirname": JSON.stringify(path.dirname(source)),
      "import.meta.filename": JSON.stringify(source),
      ...(format === "cjs" && { "import.meta.url": JSON.stringify(pathToFileURL(source).href) }),
    },
    // A bundled CommonJS dependency still says require("node:…"), which an ES module lacks.
    banner:
      format === "esm"
        ? {
            js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
          }
        : {},
  });
  const code = outputFiles?.[0]?.contents ?? new Uint8Array();
  /** @type {Record<string, string>} */
  const inputs = {};
  for (const input of Object.keys(metafile?.inputs ?? {})) {
    const file = path.resolve(root, input);
    inputs[file] = digest(readFileSync(file));
  }
  const output = path.join(
    folder,
    `${name}-${digest(code).slice(0, 12)}.${format === "esm" ? "mjs" : "cjs"}`,
  );
  forgetOld(folder);
  put(output, code);
  put(record, JSON.stringify({ output, inputs }));
  return output;
}

/**
 * Writes a file whole or not at all, whoever else writes it at the same time.
 *
 * @param {string} file
 * @param {string | Uint8Array} content
 */
function put(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

let forgotten = false;

/**
 * Takes away, once a process, what was compiled more than 30 days ago: most of it is of sources that have
 * changed since.
 *
 * @param {string} folder
 */
function forgetOld(folder) {
  if (forgotten) return;
  forgotten = true;
  const limit = Date.now() - 30 * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? limit) < limit) {
      rmSync(file, { force: true });
    }
  }
}

/** @param {(string | Uint8Array)[]} parts */
function digest(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
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
    "@netnotes/compile": __filename,
    "@netnotes/compile/stack": path.join(__dirname, "stack.cjs"),
    "@netnotes/course/run": path.join(root, "shared/course/run.cjs"),
  };
}

/** `node_modules/.cache/netnotes`, or a folder of the user's in the temporary one where that is read-only. */
function cacheFolder() {
  const modules = path.join(root, "node_modules");
  let folder = path.join(modules, ".cache", "netnotes");
  try {
    accessSync(modules, constants.W_OK);
  } catch {
    folder = path.join(tmpdir(), `netnotes-cache-${process.getuid?.() ?? "user"}`);
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

module.exports = { compile, load, root };
