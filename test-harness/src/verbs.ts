/**
 * The verbs of tests and scenes, bound to the stage on which they act.
 */
import type { Chapter } from "@netnotes/course/chapter";
import { datagramsOn } from "./datagrams.ts";
import { addressOf, dialOn } from "./dial.ts";
import { CallSite } from "./failure.ts";
import { listenOn } from "./listen.ts";
import { startFile as startFileOn, startRole } from "./program.ts";
import type { Verbs } from "./scene.ts";
import { scratchOn } from "./scratch.ts";
import type { Stage } from "./stage.ts";

/**
 * @param stage which stage to act on, asked at each call: every test has its own
 */
export function verbsOn(stage: () => Stage, chapter: Chapter): Verbs {
  return { ...peersOn(stage), start };

  async function start(...[role, options = {}]: Parameters<Verbs["start"]>) {
    return startRole(stage(), chapter, role, options, new CallSite());
  }
}

/** The verbs that need no chapter. */
export function peersOn(stage: () => Stage): Omit<Verbs, "start"> {
  return { startFile, dial, dialUdp, listen, listenUdp, scratch: () => scratchOn(stage()) };

  async function startFile(...[file, options = {}]: Parameters<Verbs["startFile"]>) {
    return startFileOn(stage(), file, options, new CallSite());
  }

  async function dial(...[where, options = {}]: Parameters<Verbs["dial"]>) {
    return dialOn(stage(), where, options, new CallSite());
  }

  async function dialUdp(...[where, options = {}]: Parameters<Verbs["dialUdp"]>) {
    const to = addressOf(where);
    const host = to.host?.includes(":") ? "::1" : "127.0.0.1";
    return datagramsOn(stage(), { ...options, host, to }, new CallSite());
  }

  async function listen(...[options = {}]: Parameters<Verbs["listen"]>) {
    return listenOn(stage(), options, new CallSite());
  }

  async function listenUdp(...[options = {}]: Parameters<Verbs["listenUdp"]>) {
    return datagramsOn(stage(), { host: "127.0.0.1", ...options }, new CallSite());
  }
}
