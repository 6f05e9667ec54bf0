/** Decoding whatever bytes come, as CPython does: texts, and the place of every fault. */
import { expect } from "vitest";
import { b, repr } from "../src/builtins.ts";
import * as codecs from "../src/codecs.ts";
import { answer, answers, testWithPython } from "./python.ts";
import { THOROUGH } from "./thoroughness.ts";

/** Bytes where decoders take decisions. */
const TELLING = b`aA09\x00\x7f\x80\x8f\x90\x9f\xa0\xbf\xc0\xc1\xc2\xdf\xe0\xe1\xed\xef\xf0\xf1\xf4\xf5\xff\xfe\xd8\xdc`;

/** Numbers that look random and are the same in every run (a linear congruential generator). */
function* numbers(): Generator<number, never> {
  for (let state = 2121; ; state = (state * 1103515245 + 12345) % 2 ** 31) yield state >> 8;
}

function samples(count: number): Buffer[] {
  const random = numbers();
  const next = (below: number): number => random.next().value % below;
  return Array.from({ length: count }, () =>
    Buffer.from(Array.from({ length: next(9) }, () => TELLING[next(TELLING.length)] ?? 0)),
  );
}

const ENCODINGS = ["utf-8", "ascii", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030", "big5"];

/** Asserts that both languages come to the same, each result beside its question. */
function expectSame(questions: readonly (readonly [python: string, here: string])[]): void {
  const there = answers(questions.map(([python]) => python));
  expect(questions.map(([python, here]) => `${python} → ${here}`)).toEqual(
    questions.map(([python], i) => `${python} → ${there[i]}`),
  );
}

testWithPython.each(ENCODINGS)("%s decodes any bytes as CPython does", (encoding) => {
  expectSame(
    samples(THOROUGH ? 200 : 50).flatMap((sample) =>
      (["strict", "replace", "ignore"] as const).map((errors) => [
        `${repr(sample)}.decode(${repr(encoding)}, ${repr(errors)})`,
        answer(() => codecs.decode(sample, encoding, errors)),
      ]),
    ),
  );
});

testWithPython.each(ENCODINGS)("%s goes on after an error as CPython does", (encoding) => {
  const errors = ["strict", "replace", "ignore"] as const;
  expectSame(
    samples(THOROUGH ? 600 : 50).map((sample, i) => {
      const pieces = [sample.subarray(0, 1), sample.subarray(1, 3), sample.subarray(3), b`ok`, b``];
      const [handler = "strict", final] = [errors[i % 4], i % 5];
      const decoder = codecs.getincrementaldecoder(encoding)(handler);
      const here = pieces.map((piece, at) => answer(() => decoder.decode(piece, at === final)));
      return [
        "def decode(piece, final):\n" +
          "    try: return repr(d.decode(piece, final))\n" +
          "    except Exception as error: return f'{type(error).__name__}: {error}'\n" +
          `global d\nd = codecs.getincrementaldecoder(${repr(encoding)})(${repr(handler)})\n` +
          `tuple([decode(piece, at == ${final}) for at, piece in enumerate(${repr(pieces)})])`,
        answer(() => here),
      ];
    }),
  );
});

testWithPython.each(ENCODINGS)("%s decodes in pieces as CPython does", (encoding) => {
  expectSame(
    samples(THOROUGH ? 200 : 50).map((sample, i) => {
      const cut = i % (sample.length + 1);
      const [head, tail] = [sample.subarray(0, cut), sample.subarray(cut)];
      const piecewise = (): string[] => {
        const decoder = codecs.getincrementaldecoder(encoding)();
        return [decoder.decode(head), decoder.decode(tail, true)];
      };
      return [
        `d = codecs.getincrementaldecoder(${repr(encoding)})()\n` +
          `d.decode(${repr(head)}), d.decode(${repr(tail)}, True)`,
        answer(piecewise),
      ];
    }),
  );
});
