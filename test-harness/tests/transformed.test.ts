import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratchOn } from "../src/scratch.ts";
import { stageOfTest } from "../src/test-stage.ts";
import { transformedIn } from "../src/transformed.ts";

test.each(["pnpm-lock.yaml", "tsconfig.json"])("another %s has another folder", (changed) => {
  const root = scratchOn(stageOfTest());
  for (const file of ["pnpm-lock.yaml", "tsconfig.json"]) writeFileSync(join(root, file), "one");
  const folder = transformedIn(root);
  expect(transformedIn(root)).toBe(folder);
  writeFileSync(join(root, changed), "two");
  expect(transformedIn(root)).not.toBe(folder);
});
