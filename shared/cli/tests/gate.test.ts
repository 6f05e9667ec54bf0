import { expect, test } from "vitest";
import { gate } from "./bin.ts";

test("ends with one line that counts, and exits 1 when something was found", () => {
  const { status, stdout, stderr } = gate(["--static"]);
  expect(stderr).toBe("");
  const last = stdout.trimEnd().split("\n").at(-1);
  if (status === 0) {
    expect(last).toMatch(
      /^the course is well formed: \d+ chapters?, \d+ programs?, \d+ proofs?, \d+ exercises?$/,
    );
  } else {
    expect(status).toBe(1);
    expect(last).toMatch(/^\d+ findings?$/);
    expect(stdout).toMatch(/^\S+:\d+ {2}\S.* \([a-z]+\)$/m);
  }
});

test("--help says what it checks; another flag is wrong usage", () => {
  expect(gate(["--help"])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Usage: pnpm gate /),
  });
  expect(gate(["--frobnicate"])).toMatchObject({ status: 2, stdout: "" });
  expect(gate(["01", "02"])).toMatchObject({ status: 2, stdout: "" });
  expect(gate(["01.77"])).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^there is no exercise 01\.77\nThere are: 01\.1, /),
  });
});
