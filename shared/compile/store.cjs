/** What the compile cache keeps, and of what it was made. */
"use strict";

const { createHash } = require("node:crypto");
const {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require("node:fs");
const path = require("node:path");
const { recordOf, root, stampOf } = require("./compile.cjs");

/** Inputs of everything: how it is compiled, and by which compiler and with which libraries. */
const RECIPE = [path.join(__dirname, "build.cjs"), path.join(root, "pnpm-lock.yaml")];

/** A file that changed more lately than this may change again and keep its stamp: a file system counts coarsely. */
const SETTLED_MS = 2000;

/**
 * @typedef {import("./compile.cjs").Entry} Entry
 * @typedef {import("./compile.cjs").Made["inputs"]} Inputs
 */

/**
 * The compiled file of an entry, if every input still has the content that it was made of; then their new stamps
 * are kept.
 *
 * @param {Entry} entry
 * @returns {string | undefined}
 */
function stillGood(entry) {
  try {
    const record = recordOf(entry);
    const before = readFileSync(record, "utf8");
    /** @type {import("./compile.cjs").Made} */
    const { output, inputs } = JSON.parse(before);
    const now = madeOf(Object.keys(inputs));
    const isSame = Object.keys(inputs).every((file) => inputs[file]?.digest === now[file]?.digest);
    if (!isSame || !existsSync(output)) return undefined;
    const after = JSON.stringify({ output, inputs: now });
    if (after !== before) put(record, after);
    return output;
  } catch {
    return undefined; // no record yet, or an input is gone: compiling again says which
  }
}

/**
 * @param {Entry} entry
 * @param {Uint8Array} code what it was compiled to
 * @param {readonly string[]} sources absolute paths of all that was read for it
 * @param {Inputs} [known] what has just been found of these: entries that are compiled together share most
 * @returns {string} absolute path of the compiled file
 */
function keep(entry, code, sources, known) {
  const record = recordOf(entry);
  const folder = path.dirname(record);
  const name = `${path.parse(entry.source).name}-${digest(record).slice(0, 12)}`;
  const extension = entry.format === "esm" ? "mjs" : "cjs";
  const output = path.join(folder, `${name}-${digest(code).slice(0, 12)}.${extension}`);
  mkdirSync(folder, { recursive: true });
  forgetOld(folder);
  put(output, code);
  put(record, JSON.stringify({ output, inputs: madeOf([...RECIPE, ...sources], known) }));
  return output;
}

/**
 * @param {readonly string[]} files
 * @param {Inputs} [known] what has just been found of some of them
 * @returns {Inputs}
 */
function madeOf(files, known = {}) {
  return Object.fromEntries(files.map((file) => [file, (known[file] ??= madeOfOne(file))]));
}

/** @param {string} file */
function madeOfOne(file) {
  const isSettled = Date.now() - statSync(file).ctimeMs > SETTLED_MS;
  return { stamp: isSettled ? stampOf(file) : "", digest: digest(readFileSync(file)) };
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

/** @param {string | Uint8Array} content */
function digest(content) {
  return createHash("sha256").update(content).digest("hex");
}

module.exports = { keep, stillGood };
