/**
 * Why a server is not ready, or not where it should be: each reason has its own plain sentence.
 */
import { type Address, written } from "@netnotes/test-harness/address";
import { excerpt } from "@netnotes/test-harness/excerpt";
import { type CallSite, Failure } from "@netnotes/test-harness/failure";
import type { Running } from "@netnotes/test-harness/running";
import type { Stage } from "@netnotes/test-harness/stage";
import { endedBy } from "./ending.ts";
import { listeningPlaces } from "./listening.ts";
import { waited } from "./waited.ts";

const READY = '"listening on HOST:PORT"';

/** A server was not ready: nobody has spoken with it yet. */
export class NotReady extends Failure {
  constructor(stage: Stage, reason: string, from: CallSite) {
    super(reason, stage.conversation.toString(), from);
  }
}

/**
 * Why a server is not ready.
 *
 * @param error how the wait for its ready line failed
 */
export function reasonOf(server: Running, error: unknown): string {
  const { stdout } = server.unread;
  const { status } = server;
  if (status !== undefined) return endedBy(server, `before it said ${READY}`);
  if (stdout.length > 0) {
    return `the first line that your program printed is not ${READY}\n  it is     ${excerpt(stdout, 200)}`;
  }
  const places = listeningPlaces(server.pid);
  if (places !== undefined && places.length > 0) {
    return `your program printed nothing, though it listens on ${places.join(" and ")}: print ${READY} as soon as it does`;
  }
  const nowhere = places === undefined ? "" : ", and listens nowhere";
  return `your program printed nothing ${waited(String(error))}${nowhere}: it hangs before it is ready, or waits for something else first`;
}

/**
 * What is wrong with the address in a server's ready line.
 *
 * @param asked its port is 0 for any
 * @returns undefined when nothing is
 */
export function wrongPlace(server: Running, asked: Address): string | undefined {
  const said = server.said;
  if (asked.path !== undefined) {
    if (said.path === asked.path) return undefined;
    return `your program listens on ${written(said)}; --path asked for ${asked.path}`;
  }
  if (said.path !== undefined)
    return `your program listens on the path ${said.path}; it was asked for a port`;
  if (said.host !== asked.host) {
    const who =
      said.host === "0.0.0.0" || said.host === "::"
        ? ": now everybody on the network reaches it"
        : "";
    return `your program listens on ${written(said)}; --host asked for ${asked.host}${who}`;
  }
  if (asked.port === 0 || said.port === asked.port) return undefined;
  return `your program listens on port ${said.port}; --port asked for ${asked.port}`;
}
