/**
 * What an exercise's check.ts imports: types only, so that a check loads at once.
 */
export type { Check, Checks, StartProgram, StartServer, Verbs } from "./check.ts";
export type { Random } from "./random.ts";
export type { Connection, DatagramPeer, Listener, Running } from "@netnotes/test-harness";
