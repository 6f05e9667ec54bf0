/**
 * The tests' side of the harness, for vitest: whatever a test starts is stopped when it ends.
 *
 * `@netnotes/test-harness/play`, `/stage` and `/verbs` are the same without a test runner.
 */
import type { Way } from "@netnotes/course/chapter";
import { WAYS } from "@netnotes/course/chapter";
import { CallSite } from "./failure.ts";
import { chapterNamed, programOf, runnable } from "./program.ts";
import { proveOn } from "./proof.ts";
import type { Ending } from "./running.ts";
import type { Verbs } from "./scene.ts";
import type { Within } from "./stage.ts";
import { sayWhatIsMissing } from "./test-chapter.ts";
import { stageOfTest } from "./test-stage.ts";
import { peersOn, verbsOn } from "./verbs.ts";

export type { Address, HostPort, UnixPath } from "./address.ts";
export type { Connection, ConnectionOptions } from "./connection.ts";
export type { Datagram, DatagramPeer } from "./datagrams.ts";
export type { Where } from "./dial.ts";
export { Failure } from "./failure.ts";
export type { Listener, ListenOptions } from "./listen.ts";
export type { StartOptions } from "./program.ts";
export type { Ending, Exit, Running } from "./running.ts";
export type { Scene, Scenes, Verbs } from "./scene.ts";
export { type Audience, Stage, type Stream, type Within } from "./stage.ts";
export { type ChapterTestOptions, testChapter } from "./test-chapter.ts";
export { stageOf } from "./test-stage.ts";
export { inTurn, THOROUGH } from "./thoroughness.ts";
export { peersOn, verbsOn } from "./verbs.ts";

/** The verbs that need no chapter, for the test that runs. */
export const { startFile, dial, dialUdp, listen, listenUdp, scratch } = peersOn(stageOfTest);

export interface ChapterUnderTest {
  /** The ways of a program that exist and can run on this machine. */
  readonly ways: (role: string) => Way[];
  /** Starts a program; a server is ready then. */
  readonly start: Verbs["start"];
  /** Runs a proof, which has 30 s unless told; fails when it does not hold. */
  readonly proof: (name: string, within?: Within) => Promise<Ending>;
}

/**
 * The programs of a chapter, for its tests.
 *
 * @param name the chapter's folder: `01-sockets`
 */
export function chapter(name: string): ChapterUnderTest {
  const read = chapterNamed(name);
  return { ways, start: verbsOn(stageOfTest, read).start, proof };

  function ways(role: string): Way[] {
    const { files } = programOf(read, role);
    const run = runnable();
    sayWhatIsMissing(run);
    return WAYS.filter((way) => files[way] !== undefined && run.includes(way));
  }

  async function proof(proofName: string, within: Within = {}): Promise<Ending> {
    return proveOn(stageOfTest(), read, proofName, within, new CallSite());
  }
}
