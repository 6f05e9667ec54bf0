/**
 * The kinds of failure, each with the plain sentence that a learner is told.
 */
import type { Running } from "@netnotes/test-harness/running";
import { listeningPlaces } from "./listening.ts";
import { waited } from "./waited.ts";

/**
 * @param what the harness's own words; their first line tells the kind
 * @returns undefined where they are plain enough
 */
export function sentenceOf(what: string, programs: readonly Running[]): string | undefined {
  const [first = ""] = what.split("\n");
  const ended = programs.some(({ status }) => status === 0);
  if (/ECONNREFUSED|ENOENT/.test(first) && first.includes("could not connect"))
    return nobody(programs);
  if (first.includes("nobody has connected")) {
    return ended ? "your program ended without connecting" : "your program has not connected";
  }
  if (first.includes("does not read")) {
    return "your program has stopped reading: what is sent to it waits in the kernel";
  }
  if (first.includes("it still runs")) return "your program does not end";
  if (first.includes("but other bytes came") && isOutput(first, programs)) {
    return "your program printed something else than expected: the caret is at the first byte that differs";
  }
  if (first.includes("but other bytes came") || first.includes("another datagram came")) {
    return "your program sent something else than expected: the caret is at the first byte that differs";
  }
  if (first.includes("the next line does not match")) return "your program printed another line";
  if (first.includes("but more bytes came")) return "your program sent more than it should";
  if (first.includes("the connection was reset")) {
    return "the connection was reset: your program closed it with bytes unread, or ended in the middle";
  }
  if (first.includes("but the stream ended")) return closed(first, programs, ended);
  if (/but (?:nothing came )?\(?not within/.test(first))
    return silence(what, first, programs, ended);
  return undefined;
}

function closed(first: string, programs: readonly Running[], ended: boolean): string {
  if (isOutput(first, programs)) {
    return "your program ended, or closed its output, before it had printed this";
  }
  return ended
    ? "your program ended, and its connections with it, before all was said"
    : "your program closed its side of the connection too early";
}

function silence(
  what: string,
  first: string,
  programs: readonly Running[],
  ended: boolean,
): string {
  const time = waited(first);
  if (isOutput(first, programs)) {
    return `your program has not printed this ${time}: it waits for something, or has nothing more to say`;
  }
  if (first.includes("expected the end")) {
    return `your program has not closed its side of the connection ${time}`;
  }
  if (ended) return `your program ended, and this never came`;
  return /\(nothing\)/.test(what) || first.includes("nothing came")
    ? `nothing came from your program ${time}: it waits for something, or is busy elsewhere`
    : `nothing more came from your program ${time}: it waits for something, or has lost the rest`;
}

/** Whether it is a program's output that was waited for, and not a peer's connection. */
function isOutput(first: string, programs: readonly Running[]): boolean {
  return programs.some(({ name }) => first.startsWith(`${name}:`) || first.startsWith(`${name}, `));
}

function nobody(programs: readonly Running[]): string {
  const server = programs.find(({ status }) => status === undefined);
  const places = server === undefined ? [] : listeningPlaces(server.pid);
  if (server === undefined) return "your program has ended: nobody listens any more";
  const instead = places.length === 0 ? "" : `; it listens on ${places.join(" and ")}`;
  return `nobody listens where your program says that it does${instead}`;
}
