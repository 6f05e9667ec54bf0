/**
 * The compile cache: TypeScript to one JavaScript file, once per content.
 *
 * Starting a program through a TypeScript loader costs every process the loader's own start. Here the
 * first start compiles (build.cjs, about 0.1 s) and later ones read what is there. Plain CommonJS, because
 * everything else is loaded through it, from modules, scripts and workers; and short, because every start
 * waits for it.
 */
"use strict";

const { accessSync, constants, existsSync, readFileSync, statSync } = require("node:fs");
const { tmpdir } = require("node:os");
const path = require("node:path");
const { pathToFileURL } = require("node:url");

/** The repository's own folder. */
const root = path.resolve(__dirname, "../..");

/** @typedef {{ source: string, format: "cjs" | "esm" }} Entry what is compiled, by its absolute path */

/**
 * @typedef {{ output: string, inputs: Record<string, { stamp: string, digest: string }> }} Made the compiled file,
 *   and of which files it was made: a file that has another stamp may have another digest too
 */

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
  const what = { source: path.resolve(entry), format };
  return unchanged(recordOf(what)) ?? require("./build.cjs").build(what);
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
 * The compiled file that a record names, if every input is as it was.
 *
 * @param {string} record
 * @returns {string | undefined}
 */
function unchanged(record) {
  try {
    /** @type {Made} */
    const { output, inputs } = JSON.parse(readFileSync(record, "utf8"));
    for (const [file, { stamp }] of Object.entries(inputs)) {
      if (stampOf(file) !== stamp) return undefined;
    }
    return existsSync(output) ? output : undefined;
  } catch {
    return undefined; // no record yet, or an input is gone: compiling again says which
  }
}

/**
 * When a file was last changed, and its size: another content has another stamp.
 *
 * @param {string} file
 */
function stampOf(file) {
  const { mtimeMs, ctimeMs, size } = statSync(file);
  return `${mtimeMs} ${ctimeMs} ${size}`;
}

/**
 * Where it is kept what an entry's compiled file was made of: under the source's own path, as far as a file's
 * name may be long. The path is absolute, because the cache may have been copied with the repository, and what is
 * compiled knows its place.
 *
 * @param {Entry} entry
 */
function recordOf({ source, format }) {
  const name = encodeURIComponent(source);
  return path.join(cacheFolder(), `${name.length <= 200 ? name : digest(name)}.${format}.json`);
}

/** @param {string} text */
function digest(text) {
  const { createHash } = require("node:crypto"); // takes 4 ms to load
  return createHash("sha256").update(text).digest("hex");
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
  return folder;
}

module.exports = { compile, load, root, recordOf, stampOf, unchanged };
