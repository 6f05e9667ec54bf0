/**
 * Plays a scene, before an audience or none. No test runner is needed.
 */
import type { Chapter, Way } from "@netnotes/course/chapter";
import { chapterNamed } from "./program.ts";
import type { Scene } from "./scene.ts";
import { type Audience, Stage } from "./stage.ts";
import { verbsOn } from "./verbs.ts";

export interface PlayOptions extends Audience {
  /** In which way each member of the cast is played; `literal` unless told. */
  ways?: { readonly [member: string]: Way };
}

/**
 * Plays a scene from its beginning to its end, and stops everything that it has started.
 *
 * @param chapter the chapter's folder name
 * @throws {Failure} when it does not go as the scene says
 */
export async function play(
  scene: Scene,
  chapter: string,
  options: PlayOptions = {},
): Promise<void> {
  const stage = new Stage(options);
  try {
    await playOn(stage, scene, chapterNamed(chapter), options.ways ?? {});
  } catch (error) {
    await stage.clear().catch(() => {}); // what went wrong first is what matters
    throw error;
  }
  await stage.clear();
}

/**
 * Plays a scene on a stage that somebody else clears.
 *
 * @throws {Failure} when it does not go as the scene says
 */
export async function playOn(
  stage: Stage,
  scene: Scene,
  chapter: Chapter,
  ways: { readonly [member: string]: Way },
): Promise<void> {
  const { start, ...others } = verbsOn(() => stage, chapter);
  await scene.play({
    ...others,
    start: async (role, options) =>
      start(role, { ...withWay(wayOf(scene, role, ways)), ...options }),
  });
}

/** @throws {Error} when the role is not in the cast */
function wayOf(
  { cast }: Scene,
  role: string,
  ways: { readonly [member: string]: Way },
): Way | undefined {
  const member = Object.keys(cast).find((name) => cast[name] === role);
  if (member === undefined) {
    throw new Error(`"${role}" is not in the cast: ${Object.values(cast).join(", ")}`);
  }
  return ways[member] ?? (role.endsWith("server") ? ways["server"] : ways["client"]);
}

function withWay(way: Way | undefined): { way?: Way } {
  return way === undefined ? {} : { way };
}
