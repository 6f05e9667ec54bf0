/** All of Unicode in each encoding, and every short run of bytes, beside CPython: one python3 for each. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { UnicodeEncodeError } from "../src/builtins.ts";
import * as codecs from "../src/codecs.ts";
import { BARE, testWithOurPython } from "./python.ts";
import { THOROUGH } from "./thoroughness.ts";

const ASKING = fileURLToPath(new URL("every_character.py", import.meta.url));
const HANDLERS = ["replace", "ignore"] as const;
const ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16", "latin-1", "ascii"];

/** Elsewhere than in CI the beginning, to U+217FF: in it is something of all that these encodings have. */
const COUNT = THOROUGH ? 0x110000 : 0x21800;
const CHARACTERS: readonly string[] = Array.from({ length: COUNT }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

/** Runs of bytes by their numbers, each on a line of its own. */
function lines(count: number, length: number, byte: (run: number, at: number) => number): Buffer {
  const bytes = Buffer.alloc(count * (length + 1), "\n");
  for (let run = 0; run < count; run++) {
    for (let at = 0; at < length; at++) bytes[run * (length + 1) + at] = byte(run, at);
  }
  return bytes.subarray(0, -1);
}

const ONE = lines(256, 1, (run) => run);
const TWO = lines(256 * 256, 2, (run, at) => (at === 0 ? run >> 8 : run & 0xff));
/** GB 18030's four: 81 to FE, a digit, and both again. */
const STEP = THOROUGH ? 1 : 21;
const FOUR = lines((126 * 10 * 126 * 10) / STEP, 4, (run, at) => {
  const rest = Math.floor((run * STEP) / ([12600, 1260, 10, 1][at] ?? 1));
  return at % 2 === 0 ? 0x81 + (rest % 126) : 0x30 + (rest % 10);
});

testWithOurPython.each(ENCODINGS)("%s is CPython's for all of Unicode", (encoding) => {
  const theirs = partsOf(encoding);
  const compare = (what: string, ours: Buffer): void => {
    const part = theirs.shift() ?? Buffer.alloc(0);
    if (!ours.equals(part)) expect.fail(`${what}: ${difference(ours, part)}`);
  };

  for (const errors of HANDLERS) {
    compare(`characters, ${errors}`, codecs.encode(CHARACTERS.join("\n"), encoding, errors));
  }
  compare("characters, strict", strictly(encoding));
  for (const bytes of [ONE, TWO, ...(encoding === "gb18030" ? [FOUR] : [])]) {
    for (const errors of HANDLERS) {
      const text = codecs.decode(bytes, encoding, errors);
      compare(`${bytes.length} bytes, ${errors}`, Buffer.from(text));
    }
  }
  expect(theirs).toEqual([]);
});

/** Whole blocks of characters: their bytes, or what is said of the first that has none. */
function strictly(encoding: string): Buffer {
  const blocks: Buffer[] = [];
  for (let from = 0; from < CHARACTERS.length; from += 256) {
    try {
      blocks.push(codecs.encode(CHARACTERS.slice(from, from + 256).join(""), encoding));
    } catch (error) {
      if (!(error instanceof UnicodeEncodeError)) throw error;
      blocks.push(Buffer.from(error.message));
    }
    blocks.push(Buffer.from("\n"));
  }
  return Buffer.concat(blocks);
}

function partsOf(encoding: string): Buffer[] {
  const { stdout, stderr } = spawnSync(
    "python3",
    [...BARE, ASKING, encoding, String(COUNT), String(STEP)],
    {
      maxBuffer: 1 << 28,
    },
  );
  const parts: Buffer[] = [];
  for (let at = 0; at < stdout.length;) {
    const end = at + 4 + stdout.readUInt32BE(at);
    parts.push(stdout.subarray(at + 4, end));
    at = end;
  }
  if (parts.length === 0) throw new Error(stderr.toString());
  return parts;
}

/** Where two results part, and what follows there in each. */
function difference(ours: Buffer, theirs: Buffer): string {
  const at = ours.findIndex((byte, index) => byte !== theirs[index]);
  const [here, there] = [ours, theirs].map((bytes) => bytes.toString("hex", at, at + 16));
  return `after ${at} equal bytes ${here} here, ${there} in CPython`;
}
