/** repr, codecs and time, in both languages. */
import { b, repr, str } from "../../src/builtins.ts";
import * as codecs from "../../src/codecs.ts";
import * as time from "../../src/time.ts";
import type { Case } from "../python.ts";

/** A text as a Python literal, so that both languages get the same. */
const literal = (text: string): string => {
  const codes = Array.from(text, (character) => character.codePointAt(0)).join(", ");
  return `"".join(map(chr, (${codes})))`;
};

const texts = [
  "",
  "plain",
  "it's",
  'say "hi"',
  `both ' and "`,
  "back\\slash",
  "tab\tline\nreturn\r",
  "bell\x07 null\0 delete\x7f",
  "中文 ü é",
  "soft\xadhyphen no\xa0break",
  "line\u2028separator zero\u200bwidth ideographic\u3000space",
  "𠮷 😀",
  "lone \ud800 half",
  "private \ue000 and \u{10ffff}",
];

const numbers = [
  0,
  1,
  -1,
  1.5,
  -2.25,
  0.1,
  1e-4,
  1.5e-5,
  1e-7,
  123456.789,
  1e15 + 0.5,
  1.5e16,
  1e22,
  1.5e300,
  5e-324,
  2 ** 53 - 1,
];

export const cases: readonly Case[] = [
  ...texts.map((text): Case => [literal(text), () => text]),
  ...texts.map((text): Case => [`repr(${literal(text)})`, () => repr(text)]),
  ...numbers.map((value): Case => [
    Number.isInteger(value) && value < 2 ** 53 ? `int(${value})` : `float(${value})`,
    () => value,
  ]),
  ["float('nan'), float('inf'), -float('inf'), -0.0", () => [NaN, Infinity, -Infinity, -0]],
  ["True, False, None", () => [true, false, null]],
  ["()", () => []],
  ["('a',)", () => ["a"]],
  [
    "('127.0.0.1', 2121), (b'x', (1, 2.5))",
    () => [
      ["127.0.0.1", 2121],
      [b`x`, [1, 2.5]],
    ],
  ],
  ["12345678901234567890", () => 12345678901234567890n],
  ["bytes(range(256))", () => Buffer.from(Array.from({ length: 256 }, (_, i) => i))],
  ['b"it\'s"', () => b`it's`],
  ["b'\"both\" \\''", () => b`"both" \'`],
  ["str(('a', 1)), str('a'), str(b'a')", () => [str(["a", 1]), str("a"), str(b`a`)]],
  ["b'\\a\\b\\f\\n\\r\\t\\v\\0\\101\\x41\\\\\\'\\\"'", () => b`\a\b\f\n\r\t\v\0\101\x41\\\'\"`],
  ["b'\\q\\u4e2d'", () => b`\q\u4e2d`],

  [
    "'中'.encode(), '中'.encode('utf-16'), '中'.encode('utf-16-be')",
    () => [codecs.encode("中"), codecs.encode("中", "utf-16"), codecs.encode("中", "utf-16-be")],
  ],
  ["'a中é'.encode('ascii')", () => codecs.encode("a中é", "ascii")],
  ["'𠮷é'.encode('ascii')", () => codecs.encode("𠮷é", "ascii")],
  ["'é'.encode('US-ASCII')", () => codecs.encode("é", "US-ASCII")],
  ["'aé中'.encode('latin-1')", () => codecs.encode("aé中", "latin-1")],
  ["'aé中b'.encode('ascii', 'replace')", () => codecs.encode("aé中b", "ascii", "replace")],
  ["'aé中b'.encode('ascii', 'ignore')", () => codecs.encode("aé中b", "ascii", "ignore")],
  ["'a\\ud800'.encode()", () => codecs.encode("a\ud800")],
  ["'😀\\ud800\\udbff'.encode()", () => codecs.encode("😀\ud800\udbff")],
  ["'\\udc00x'.encode('utf-16-le')", () => codecs.encode("\udc00x", "utf-16-le")],
  ["'x\\ud800'.encode('utf-8', 'replace')", () => codecs.encode("x\ud800", "utf-8", "replace")],
  ["'x'.encode('no-such')", () => codecs.encode("x", "no-such")],
  ["'é'.encode('ascii', 'no-such')", () => codecs.encode("é", "ascii", "no-such" as never)],
  ["b'\\xe4'.decode()", () => codecs.decode(b`\xe4`)],
  ["b'\\xe4\\xbd\\xa0\\xe5'.decode()", () => codecs.decode(b`\xe4\xbd\xa0\xe5`)],
  ["b'ab\\x80'.decode('ascii')", () => codecs.decode(b`ab\x80`, "ascii")],
  ["b'\\xef\\xbb\\xbfx'.decode()", () => codecs.decode(b`\xef\xbb\xbfx`)],
  ["b'\\xe9'.decode('iso-8859-1')", () => codecs.decode(b`\xe9`, "iso-8859-1")],
  [
    "b'\\xfe\\xff\\x4e\\x2d\\x4e'.decode('utf-16')",
    () => codecs.decode(b`\xfe\xff\x4e\x2d\x4e`, "utf-16"),
  ],
  ["b'\\xff\\xfe\\x2d\\x4e'.decode('utf-16')", () => codecs.decode(b`\xff\xfe\x2d\x4e`, "utf-16")],
  ["b'x'.decode('no-such')", () => codecs.decode(b`x`, "no-such")],
  [
    "b'\\xff'.decode('utf-8', 'no-such')",
    () => codecs.decode(b`\xff`, "utf-8", "no-such" as never),
  ],
  [
    "d = codecs.getincrementaldecoder('utf-8')()\nd.decode(b'\\xe4\\xbd'), d.decode(b'\\xa0x'), d.decode(b'', True)",
    () => {
      const d = codecs.getincrementaldecoder("utf-8")();
      return [d.decode(b`\xe4\xbd`), d.decode(b`\xa0x`), d.decode(b``, true)];
    },
  ],
  [
    "d = codecs.getincrementaldecoder('utf-8')()\nd.decode(b'\\xe4\\xbd')\nd.decode(b'', True)",
    () => {
      const d = codecs.getincrementaldecoder("utf-8")();
      d.decode(b`\xe4\xbd`);
      return d.decode(b``, true);
    },
  ],
  [
    "d = codecs.getincrementaldecoder('utf-8')()\nd.decode(b'\\xe4\\xbd')\nd.reset()\nd.decode(b'x')",
    () => {
      const d = codecs.getincrementaldecoder("utf-8")();
      d.decode(b`\xe4\xbd`);
      d.reset();
      return d.decode(b`x`);
    },
  ],
  [
    "d = codecs.getincrementaldecoder('utf-16')()\nd.decode(b'\\xfe'), d.decode(b'\\xff\\x4e'), d.decode(b'\\x2d\\x4e\\x2d')",
    () => {
      const d = codecs.getincrementaldecoder("utf-16")();
      return [d.decode(b`\xfe`), d.decode(b`\xff\x4e`), d.decode(b`\x2d\x4e\x2d`)];
    },
  ],

  [
    "codecs.getincrementaldecoder('utf-16')().decode(b'\\x41\\0')",
    () =>
      codecs
        .getincrementaldecoder("utf-16")()
        .decode(b`\x41\0`),
  ],

  ["time.sleep(float('inf'))", () => time.sleep(Infinity)],
  ["time.sleep(-1)", () => time.sleep(-1)],
  ["time.sleep(0)", () => time.sleep(0)],
  ["time.sleep(float('nan'))", () => time.sleep(NaN)],
];
