/** What holds for every text and every bytes: error handlers beside CPython's, and cuts that lose nothing. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { repr } from "../src/builtins.ts";
import * as codecs from "../src/codecs.ts";
import { answer, answers, testWithPython } from "./python.ts";
import { THOROUGH } from "./thoroughness.ts";

const seed = 6066;
const numRuns = THOROUGH ? 1000 : 60;
const ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16", "latin-1"];
const HANDLERS = ["strict", "replace", "ignore"] as const;

/** Any number of Unicode, halves of characters among them, and characters that encodings do not agree on. */
const character = fc.oneof(
  fc.constantFrom(..."aB1!?\n中黑马€é。·—ḿ\u3000\ue5e5\u2015ё".split(""), "𠮷"),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0x10000, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);
const texts = fc.array(character, { maxLength: 8 }).map((characters) => characters.join(""));

testWithPython.each(ENCODINGS)("%s encodes any text as CPython does", (encoding) => {
  const questions = fc.sample(texts, { seed, numRuns }).flatMap((text) => {
    const codes = Array.from(text, (one) => one.codePointAt(0)).join(", ");
    return HANDLERS.map((errors) => [
      `"".join(map(chr, [${codes}])).encode(${repr(encoding)}, ${repr(errors)})`,
      answer(() => codecs.encode(text, encoding, errors)),
    ]);
  });
  const there = answers(questions.map(([python = ""]) => python));
  expect(questions.map(([python, here]) => `${python} → ${here}`)).toEqual(
    questions.map(([python], i) => `${python} → ${there[i]}`),
  );
});

test.each(ENCODINGS)("%s reads what it has written", (encoding) => {
  fc.assert(
    fc.property(texts, (text) => {
      const bytes = codecs.encode(text, encoding, "ignore");
      const kept = codecs.decode(bytes, encoding);
      expect(codecs.encode(kept, encoding)).toEqual(bytes);
      if (bytes.equals(codecs.encode(text, encoding, "replace"))) expect(kept).toBe(text);
    }),
    { seed, numRuns },
  );
});

test.each(ENCODINGS)("%s reads the same wherever the bytes are cut", (encoding) => {
  const written = texts.map((text) => codecs.encode(text, encoding, "ignore"));
  // What is no text at all comes after a byte order mark where one is needed.
  const mark = codecs.encode("", encoding);
  const noise = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.concat([mark, bytes]));
  fc.assert(
    fc.property(fc.oneof(written, noise), fc.constantFrom("replace", "ignore"), (bytes, errors) => {
      const whole = codecs.decode(bytes, encoding, errors);
      for (let cut = 0; cut <= bytes.length; cut++) {
        expect(inPieces([bytes.subarray(0, cut), bytes.subarray(cut)])).toBe(whole);
      }
      expect(inPieces(Array.from(bytes, (byte) => Buffer.of(byte)))).toBe(whole);

      function inPieces(pieces: readonly Buffer[]): string {
        const decoder = codecs.getincrementaldecoder(encoding)(errors);
        return (
          pieces.map((piece) => decoder.decode(piece)).join("") + decoder.decode(Buffer.of(), true)
        );
      }
    }),
    { seed, numRuns },
  );
});
