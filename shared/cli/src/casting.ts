/**
 * In which way each program of a scene is played.
 */
import { type Chapter, type Program, type Way, WAYS } from "@netnotes/course/chapter";
import { findFile, findProgram, findWay } from "@netnotes/course/find";
import type { Scene } from "@netnotes/test-harness/scene";
import { UsageError } from "./answer.ts";

/** What was asked for: one way for all, or one for the servers and one for the clients. */
export type Wishes = Partial<Record<Way, boolean> & Record<"server" | "client", string>>;

/**
 * The way of each member of the cast.
 *
 * @throws {UsageError | UnknownName | MissingWay} when a wish can't be met
 */
export function casting(chapter: Chapter, { cast }: Scene, wishes: Wishes): Record<string, Way> {
  const common = commonWay(wishes);
  const ways: Record<string, Way> = {};
  for (const [member, role] of Object.entries(cast)) {
    const isServer = member === "server" || role.endsWith("server");
    const wish = isServer ? wishes.server : wishes.client;
    const way = wish === undefined ? common : findWay(wish);
    ways[member] = wayOf(findProgram(chapter, role), way);
  }
  return ways;
}

function commonWay(wishes: Wishes): Way | undefined {
  const [way, another] = WAYS.filter((name) => wishes[name]);
  if (another === undefined) return way;
  throw new UsageError(
    `--${way} and --${another} contradict each other: use --server and --client`,
  );
}

/** The way that was asked for; else the literal one, or the first that there is. */
function wayOf(program: Program, asked: Way | undefined): Way {
  const there = (["literal", ...WAYS] as const).find((name) => program.files[name]);
  const way = asked ?? there ?? "literal";
  findFile(program, way);
  return way;
}
