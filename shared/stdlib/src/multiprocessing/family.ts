/** Who this process is, and its children. */
import { isMainThread } from "node:worker_threads";
import { atEnd } from "../started/ending.ts";
import { ownIdentity, type Identity } from "../started/identity.ts";
import "./errand.ts";

/** This process, as its parent named it. */
export const self: Identity = ownIdentity() ?? { name: "MainProcess", daemon: false, identity: [] };

/** What is asked of a child here. */
export interface Relative {
  readonly daemon: boolean;
  readonly exitcode: number | null;
  terminate(): void;
  join(): void;
}

const children = new Set<Relative>();

/** Remembers a child that was started. */
export function adopt(child: Relative): void {
  children.add(child);
  atEnd({ endProcesses });
}

/** The children that are running. The others are forgotten, and nothing of them is left in the kernel. */
export function running(): Relative[] {
  for (const child of children) if (child.exitcode !== null) children.delete(child);
  return [...children];
}

/** At the end: daemons are ended, the others waited for. */
function endProcesses(): void {
  const daemons = running().filter(({ daemon }) => daemon);
  for (const child of daemons) child.terminate();
  for (const child of [...daemons, ...running()]) child.join();
}

/** A thread's end is no reason for its child to die, so that only the main thread's are bound to it. */
export const parentOfDaemons: number = isMainThread ? process.pid : 0;
