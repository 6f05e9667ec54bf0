/**
 * The scenes of a chapter: what its `demo.ts` exports.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { load } from "@netnotes/compile";
import type { Chapter } from "@netnotes/course/chapter";
import type { Scenes } from "@netnotes/test-harness/scene";

/** @returns none where the chapter has no demo.ts */
export async function readScenes({ folder }: Chapter): Promise<Scenes> {
  const file = join(folder, "demo.ts");
  if (!existsSync(file)) return {};
  const { scenes } = (await load(file)) as { scenes: Scenes };
  return scenes;
}
