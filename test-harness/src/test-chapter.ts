/**
 * The suite that every chapter shares.
 */
import { describe, test } from "vitest";
import { type Chapter, type Proof, type Way, WAYS } from "@netnotes/course/chapter";
import { CallSite } from "./failure.ts";
import { playOn } from "./play.ts";
import {
  endsByCtrlC,
  findsItsAddressTaken,
  findsNobody,
  helps,
  refusesNonsense,
  type Subject,
} from "./program-checks.ts";
import { chapterNamed, programOf, runnable } from "./program.ts";
import { PROOF_DEADLINE, proveOn } from "./proof.ts";
import { SKIPPED } from "./python.ts";
import type { Scene, Scenes } from "./scene.ts";
import { stageOfTest } from "./test-stage.ts";
import { inTurn, pairs } from "./thoroughness.ts";

/** The checks of every program; of servers; of clients. */
const CHECKS = {
  help: { title: "explains itself with --help", of: /^/, check: helps },
  usage: { title: "refuses a wrong argument", of: /^/, check: refusesNonsense },
  taken: { title: "finds its address taken", of: /server$/, check: findsItsAddressTaken },
  nobody: { title: "finds no server", of: /client$/, check: findsNobody },
  interrupt: { title: "ends by Ctrl+C", of: /server$/, check: endsByCtrlC },
} as const;

export interface ChapterTestOptions {
  /**
   * The roles for which a check makes no sense: `{ nobody: ["udp-client"] }`, which nothing refuses. And
   * the names of proofs that are tested elsewhere.
   */
  except?: Partial<Record<keyof typeof CHECKS | "proof", readonly string[]>>;
}

/**
 * Plays each scene for every way of its server × every way of its client, runs every proof, and checks of
 * every program what all programs do: help, wrong usage, an address in use, no server, Ctrl+C. Outside CI
 * each scene takes three of its nine pairs, and each of these checks one way of a program, in turn.
 *
 * @param name the chapter's folder: `01-sockets`
 * @param scenes what its demo.ts exports
 */
export function testChapter(name: string, scenes: Scenes, options: ChapterTestOptions = {}): void {
  const chapter = chapterNamed(name);
  const run = runnable();
  sayWhatIsMissing(run);
  // One test after the other: a server and its client keep two cores busy already, and more of them at once
  // have gained a tenth at best.
  describe(`scenes of ${chapter.name}`, () => {
    for (const [turn, [title, scene]] of Object.entries(scenes).entries())
      testScene(chapter, title, scene, turn, run);
  });
  describe(`programs of ${chapter.name}`, () => {
    for (const [turn, { role }] of chapter.programs.entries()) {
      for (const [number, [check, common]] of Object.entries(CHECKS).entries()) {
        if (options.except?.[check as keyof typeof CHECKS]?.includes(role)) continue;
        if (common.of.test(role)) testProgram(chapter, role, common, turn + number, run);
      }
    }
  });
  describe(`proofs of ${chapter.name}`, () => {
    for (const proof of chapter.proofs) {
      if (!options.except?.proof?.includes(proof.name)) testProof(chapter, proof);
    }
  });
}

/** Checks a program in each of its ways; outside CI in one of them, another for its next check. */
function testProgram(
  chapter: Chapter,
  role: string,
  { title, check }: (typeof CHECKS)[keyof typeof CHECKS],
  turn: number,
  run: readonly Way[],
): void {
  for (const way of inTurn(waysOf(chapter, role), turn)) {
    test.skipIf(!run.includes(way))(`the ${way} ${role} ${title}`, async () => {
      await check({ stage: stageOfTest(), chapter, role, way } satisfies Subject);
    });
  }
}

function testScene(
  chapter: Chapter,
  title: string,
  scene: Scene,
  turn: number,
  run: readonly Way[],
): void {
  const { server, client } = scene.cast;
  const clientWays = client === undefined ? [undefined] : waysOf(chapter, client);
  for (const [one, other] of pairs(waysOf(chapter, server), clientWays, turn)) {
    const pair = other === undefined ? `${one} server` : `${one} server, ${other} client`;
    const ways = { server: one, ...(other && { client: other }) };
    const missing = Object.values(ways).some((way) => !run.includes(way));
    test.skipIf(missing)(`${title}: ${pair}`, async () => {
      await playOn(stageOfTest(), scene, chapter, ways);
    });
  }
}

function testProof(chapter: Chapter, { name, on }: Proof): void {
  const elsewhere = on !== undefined && on !== process.platform;
  if (elsewhere)
    console.warn(`proof ${name} is skipped: it needs ${on}, this is ${process.platform}`);
  test.skipIf(elsewhere)(
    `proof ${name}`,
    async () => {
      await proveOn(stageOfTest(), chapter, name, {}, new CallSite());
    },
    PROOF_DEADLINE + 15_000, // the proof's own deadline says more than the test's
  );
}

function waysOf(chapter: Chapter, role: string): Way[] {
  const { files } = programOf(chapter, role);
  return WAYS.filter((way) => files[way] !== undefined);
}

/** Says once a file what does not run here. */
export function sayWhatIsMissing(run: readonly Way[]): void {
  if (said || run.length === WAYS.length) return;
  said = true;
  console.warn(process.platform === "win32" ? "on Windows only the node way runs" : SKIPPED);
}

let said = false;
