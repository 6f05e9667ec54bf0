import { expect, test } from "vitest";
import { lastWords } from "../src/ending.ts";

const NODE = `RangeError [ERR_BUFFER_OUT_OF_BOUNDS]: Attempt to access memory outside buffer bounds
    at boundsError (node:internal/buffer:86:11)
    at answer (/anywhere/mine.ts:20:44)
    at Module._load (node:internal/modules/cjs/loader:1091:12) {
  code: 'ERR_BUFFER_OUT_OF_BOUNDS'
}
`;

const PYTHON = `Traceback (most recent call last):
  File "/anywhere/shared/course/run.py", line 163, in <module>
    main()
  File "<frozen runpy>", line 291, in run_path
  File "/anywhere/mine.py", line 5, in <module>
    print(nothing)
          ^^^^^^^
NameError: name 'nothing' is not defined
`;

test("of a stack only what is in the learner's own file is shown", () => {
  expect(lastWords(NODE, "mine.ts")).toEqual([
    "RangeError [ERR_BUFFER_OUT_OF_BOUNDS]: Attempt to access memory outside buffer bounds",
    "    at answer (/anywhere/mine.ts:20:44)",
  ]);
  expect(lastWords(PYTHON, "mine.py")).toEqual([
    "Traceback (most recent call last):",
    '  File "/anywhere/mine.py", line 5, in <module>',
    "    print(nothing)",
    "          ^^^^^^^",
    "NameError: name 'nothing' is not defined",
  ]);
});

test("what is no stack is shown as it is", () => {
  expect(lastWords("bind: EADDRINUSE\n\nand more\n", "mine.ts")).toEqual([
    "bind: EADDRINUSE",
    "and more",
  ]);
  expect(lastWords("", "mine.ts")).toEqual([]);
});
