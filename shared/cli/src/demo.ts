/**
 * `chapter NN demo [SCENE]`: plays a scene, all of its programs together.
 *
 * There is no handler for Ctrl+C: it ends this process, and the harness's guardian, which notices that,
 * ends every program of the scene.
 */
import { parseArgs } from "node:util";
import type { Chapter, Way } from "@netnotes/course/chapter";
import { findChapter, findScene } from "@netnotes/course/find";
import { play } from "@netnotes/test-harness/play";
import type { Scene } from "@netnotes/test-harness/scene";
import { answer, UsageError } from "./answer.ts";
import { casting } from "./casting.ts";
import { colour } from "./colour.ts";
import { showHelp } from "./help.ts";
import { chapterCommand } from "./invocation.ts";
import { readScenes } from "./scenes.ts";
import { show } from "./show.ts";
import { transcript } from "./transcript.ts";

const OPTIONS = {
  python: { type: "boolean" },
  literal: { type: "boolean" },
  node: { type: "boolean" },
  server: { type: "string" },
  client: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * Exit status 1 when the scene does not go as it should.
 *
 * @param words what was typed after `chapter`
 */
export function main(words: readonly string[]): Promise<void> {
  return answer(() => demo(words));
}

async function demo(words: readonly string[]): Promise<void> {
  const { values: wishes, positionals } = parse(words);
  const [typed = "", , wanted, surplus] = positionals;
  if (wishes.help) return showHelp(typed);
  const chapter = findChapter(typed);
  const scenes = await readScenes(chapter);
  const [first, ...others] = Object.keys(scenes);
  if (first === undefined) throw new UsageError(`chapter ${chapter.number} has no scenes`);
  if (surplus !== undefined) throw new UsageError(`one scene at a time: ${wanted}, or ${surplus}`);
  const name = wanted ?? first;
  const scene = findScene(scenes, name);
  const ways = casting(chapter, scene, wishes);

  show([colour.bold(`Chapter ${chapter.number}, scene ${name}: ${scene.title}`), ""]);
  await perform(scene, name, chapter, ways);
  if (wanted === undefined && others.length > 0) {
    const command = `${chapterCommand} ${chapter.number} demo`;
    show(["", `More scenes: ${others.map((other) => `${command} ${other}`).join(", ")}`]);
  }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // The second sentence is about words that begin with a dash: no scene does.
    const [sentence = ""] = (error as Error).message.split(". ");
    throw new UsageError(`${sentence}: see ${chapterCommand} --help`);
  }
}

async function perform(
  scene: Scene,
  name: string,
  chapter: Chapter,
  ways: Record<string, Way>,
): Promise<void> {
  const { ends, ...audience } = transcript((line) => show([line]), Object.values(scene.cast));
  try {
    await play(scene, chapter.name, { ways, ...audience });
    show(["", ...ends]);
  } catch (error) {
    show(["", ...ends]);
    const why = error instanceof Error ? error.message : String(error);
    console.error(`\nThe scene ${name} failed: ${why}`);
    process.exitCode = 1;
  }
}
