import { expect, onTestFinished, test, vi } from "vitest";
import { counted } from "../launch/progress.mjs";

/** What two steps of three write, on a terminal or not. */
function written(isTTY: boolean): string {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const before = process.stderr.isTTY;
  process.stderr.isTTY = isTTY;
  onTestFinished(() => {
    process.stderr.isTTY = before;
    write.mockRestore();
  });
  const { next, done } = counted((count) => `${count} of 3 …`);
  next();
  next();
  done();
  return write.mock.calls.map(([text]) => String(text)).join("");
}

test("on a terminal a line says how many are done, in place of the one before, and goes", () => {
  expect(written(true).split("\r\x1b[K")).toEqual(["0 of 3 …", "1 of 3 …", "2 of 3 …", ""]);
});

test("anywhere else it says nothing", () => {
  expect(written(false)).toBe("");
});
