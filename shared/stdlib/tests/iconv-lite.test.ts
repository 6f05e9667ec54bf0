/** Where iconv-lite, from which our tables are made, is not CPython's codec: all of it, exactly. */
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import * as codecs from "../src/codecs.ts";

type Encoding = "gbk" | "gb18030" | "big5";

/** Characters up to the end of the plane of rarer Chinese ones; halves are none. */
const CHARACTERS = Array.from({ length: 0x30000 }, (_, code) => code)
  .filter((code) => code !== 0x0a && (code < 0xd800 || code > 0xdfff))
  .map((code) => String.fromCodePoint(code));

/** Runs of one byte and of two, in hexadecimal, without a line's end in them. */
const RUNS = Array.from({ length: 0x10000 }, (_, run) => run)
  .filter((run) => (run & 0xff) !== 0x0a && (run <= 0xff || run >= 0x8100))
  .map((run) =>
    run
      .toString(16)
      .toUpperCase()
      .padStart(run <= 0xff ? 2 : 4, "0"),
  );

interface Differences {
  /** What CPython alone has, what iconv-lite alone has, and what both have differently. */
  readonly here: string[];
  readonly iconv: string[];
  readonly both: string[];
}

function differences(
  all: readonly string[],
  here: readonly string[],
  there: readonly string[],
): Differences {
  const found: Differences = { here: [], iconv: [], both: [] };
  for (const [i, one] of all.entries()) {
    const [ours = "", theirs = ""] = [here[i], there[i]];
    if (ours === theirs) continue;
    if (theirs === "") found.here.push(one);
    else if (ours === "") found.iconv.push(one);
    else found.both.push(`${one} ${ours} ${theirs}`);
  }
  return found;
}

/** The characters whose bytes differ; a character that one of them lacks has none there. */
function written(encoding: Encoding, source: string = encoding): Differences {
  // A line's end is in no other character's bytes.
  const text = CHARACTERS.join("\n");
  const bytes = (all: Buffer): string[] =>
    all
      .toString("latin1")
      .split("\n")
      .map((each) => Buffer.from(each, "latin1").toString("hex").toUpperCase());
  const here = bytes(codecs.encode(text, encoding, "ignore"));
  const there = bytes(iconv.encode(text, source));
  const lacked = (each: string, i: number) => (each === "3F" && CHARACTERS[i] !== "?" ? "" : each);
  return differences(CHARACTERS, here, there.map(lacked));
}

/** The bytes whose characters differ; bytes that are a fault have none. */
function readings(encoding: Encoding, source: string = encoding): Differences {
  const bytes = Buffer.from(RUNS.join("0A"), "hex");
  const texts = (all: string): string[] =>
    all.split("\n").map((each) => (each.includes("\ufffd") ? "" : each));
  const here = texts(codecs.decode(bytes, encoding, "replace"));
  return differences(RUNS, here, texts(iconv.decode(bytes, source)));
}

test("its cp936 is GBK and €, its gbk has 2,148 characters more, and A3A0 for a space", () => {
  expect(written("gbk", "cp936")).toEqual({ here: [], iconv: ["€"], both: [] });
  expect(readings("gbk", "cp936")).toEqual({ here: [], iconv: ["80"], both: [] });
  const [writes, reads] = [written("gbk"), readings("gbk")];
  expect([writes.here, writes.iconv.length, writes.both]).toEqual([[], 2149, []]);
  expect([reads.here, reads.iconv.length, reads.both]).toEqual([[], 2150, []]);
});

test("its gb18030 is that of 2005, with € as one byte to read, and a space for A3A0", () => {
  const both = ["ḿ 8135F437 A8BC", "\ue5e5 A3A0 8339B136", "\ue7c7 A8BC 8135F437"];
  expect(written("gb18030")).toEqual({ here: [], iconv: [], both });
  const read = ["A3A0 \ue5e5 \u3000", "A8BC \ue7c7 ḿ"];
  expect(readings("gb18030")).toEqual({ here: [], iconv: ["80"], both: read });
});

test("its big5 is the web's, with Hong Kong's characters, and others at C6A1 to C7FC", () => {
  const { here, iconv: more, both } = written("big5");
  expect(here.join("")).toBe("¢£¥•‾∼☉♁､");
  expect(more).toHaveLength(4793);
  expect(both).toHaveLength(256);
  expect(both.filter((line) => !/ C[67]/.test(line))).toEqual([
    "═ A2A4 F9F9",
    "╞ A2A5 F9E9",
    "╡ A2A7 F9EB",
    "╪ A2A6 F9EA",
    "／ A241 A1FE",
    "＼ A242 A240",
  ]);
  const read = readings("big5");
  expect([read.here, read.iconv.length, read.both.length]).toEqual([[], 4884, 260]);
});

test("it never refuses: a question mark for what it lacks, a byte more or less for what is no text", () => {
  expect(iconv.encode("a𠮷b", "gbk").toString()).toBe("a?b");
  expect(() => codecs.encode("a𠮷b", "gbk")).toThrow("illegal multibyte sequence");
  // The end within four bytes is one fault for CPython, and each of them one for iconv-lite.
  const cut = Buffer.from([0x81, 0x30, 0x81]);
  expect(codecs.decode(cut, "gb18030", "replace")).toBe("\ufffd");
  expect(iconv.decode(cut, "gb18030")).toBe("\ufffd0\ufffd");
  // Four bytes that are nobody's become half a character.
  const beyond = Buffer.from([0xe3, 0x32, 0x9a, 0x36]);
  expect(codecs.decode(beyond, "gb18030", "replace")).toBe("\ufffd2\ufffd");
  expect(iconv.decode(beyond, "gb18030")).toBe("\udc00\udc00");
});
