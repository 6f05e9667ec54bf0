import { expect, test } from "vitest";
import { chapter } from "./bin.ts";

test("lists the proofs", () => {
  const { status, stdout } = chapter(["01", "proof"]);
  expect(stdout).toMatch(/^ {2}gone +\S.*\.$/m);
  expect(status).toBe(0);
});

test("runs one, which prints its evidence", () => {
  const { status, stdout, stderr } = chapter(["01", "proof", "gone"]);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^✔ /m);
  expect(status).toBe(0);
});

test("says why one can't run on another kernel", () => {
  const elsewhere =
    "data:text/javascript,Object.defineProperty(process,'platform',{value:'sunos'})";
  const { status, stdout } = chapter(["01", "proof", "states"], {
    env: { NODE_OPTIONS: `--import "${elsewhere}"` },
  });
  expect(stdout).toBe("states needs linux: it shows what that kernel does. This is sunos.\n");
  expect(status).toBe(0);
});
