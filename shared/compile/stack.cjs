/**
 * Stack traces with the places of the sources.
 *
 * Node would do this itself (`--enable-source-maps`), but it reads the map of whatever it loads, and every
 * program would take a tenth longer to start. Here a map is read when there is a stack to show.
 */
"use strict";

const { readFileSync } = require("node:fs");
const { SourceMap } = require("node:module");
const path = require("node:path");
const { fileURLToPath } = require("node:url");

/** Where a place in a compiled file stands in a text: the cache's names end in two digests. */
const PLACE =
  /(?:file:\/\/)?((?:[A-Za-z]:)?[^\s()]+-[0-9a-f]{12}-[0-9a-f]{12}\.[cm]js):(\d+):(\d+)/g;

/** @type {Map<string, { map: SourceMap, root: string } | undefined>} */
const known = new Map();

/**
 * A text, such as an error's stack, with the places in compiled files made the sources' own.
 *
 * @param {string} text
 * @returns {string} absolute paths, lines and columns counted from 1
 */
function mapped(text) {
  return text.replaceAll(PLACE, (place, file, line, column) => {
    const source = mapOf(file);
    const found = source?.map.findEntry(Number(line) - 1, Number(column) - 1);
    if (source === undefined || found === undefined || !("originalSource" in found)) return place;
    const { originalSource, originalLine, originalColumn } = found;
    return `${path.resolve(source.root, originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  });
}

/** From now on every stack in this JavaScript realm is written with the places of the sources. */
function mapStacks() {
  Error.prepareStackTrace = (error, /** @type {readonly unknown[]} */ frames) =>
    mapped([headOf(error), ...frames.map((frame) => `    at ${String(frame)}`)].join("\n"));
}

/** @param {any} error as Node writes its first line, with the code of its own errors */
function headOf(error) {
  const { name, message, code } = error;
  const label = String(code).startsWith("ERR_") ? `${name} [${code}]` : name;
  return message === "" ? label : `${label}: ${message}`;
}

/** @param {string} file */
function mapOf(file) {
  if (!known.has(file)) known.set(file, readMap(file));
  return known.get(file);
}

/**
 * The map at the end of a compiled file.
 *
 * @param {string} file
 */
function readMap(file) {
  try {
    const code = readFileSync(file, "utf8");
    const at = code.lastIndexOf("//# sourceMappingURL=data:application/json;base64,");
    const encoded = code.slice(code.indexOf(",", at) + 1).trim();
    const payload = JSON.parse(Buffer.from(encoded, "base64").toString("utf8"));
    return { map: new SourceMap(payload), root: fileURLToPath(payload.sourceRoot) };
  } catch {
    return undefined; // it has been cleared away since, or has no map: its own place must do
  }
}

module.exports = { mapped, mapStacks };
