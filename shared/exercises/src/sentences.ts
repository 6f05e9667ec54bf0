/**
 * The kinds of failure, each with the plain sentence that a learner is told.
 */
import type { Running } from "@netnotes/test-harness/running";
import { listeningPlaces } from "./listening.ts";
import { waited } from "./waited.ts";

/** What nobody prints who has something to say, in bytes. */
const FLOOD = 1024 * 1024;

/**
 * @param what the harness's own words; their first line tells the kind
 * @param programs those whose end nobody has expected
 * @param conversation what was said until then
 * @returns undefined where the words are plain enough
 */
export function sentenceOf(
  what: string,
  programs: readonly Running[],
  conversation: string,
): string | undefined {
  const [first = ""] = what.split("\n");
  // What was expected may hold any words: what came instead stands after the last "but".
  const came = first.slice(Math.max(0, first.lastIndexOf(", but ")));
  const ended = programs.some(({ status }) => status === 0);
  if (/could not connect .*(?:ECONNREFUSED|ENOENT)/.test(came)) return nobody(programs);
  if (came.includes("nobody has connected")) {
    return ended ? "your program ended without connecting" : "your program has not connected";
  }
  if (came.includes("the other side does not read")) {
    return "your program has stopped reading: what is sent to it waits in the kernel";
  }
  if (came.includes("not within") && programs.some(floods)) {
    return "your program prints and prints, and does not come to this";
  }
  if (came.includes("it still runs")) return "your program does not end";
  if (/other bytes came|another datagram came/.test(came)) {
    const did = isOutput(first, programs) ? "printed" : "sent";
    return `your program ${did} something else than expected: the caret is at the first byte that differs`;
  }
  if (came.includes("the next line does not match")) return "your program printed another line";
  if (came.includes("nobody has read this of its stdout")) {
    return "your program printed more than it should";
  }
  if (came.includes("more bytes came")) return "your program sent more than it should";
  if (came.includes("the connection was reset")) return reset(programs);
  if (came.includes("the stream ended")) return closed(first, programs, ended);
  if (came.includes("not within")) return silence(what, programs, ended, conversation);
  return undefined;
}

/** A close with bytes unread sends a reset: RFC 1122, 4.2.2.13. */
function reset(programs: readonly Running[]): string {
  return programs.some(({ status }) => status === undefined)
    ? "the connection was reset: your program closed it with bytes unread, or broke it off"
    : "the connection was reset: your program ended in the middle";
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
  programs: readonly Running[],
  ended: boolean,
  conversation: string,
): string {
  const time = waited(what);
  if (isOutput(what, programs)) {
    return `your program has not printed this ${time}: it waits for something, or has nothing more to say`;
  }
  if (/^[^"]*expected the end/.test(what)) {
    return `your program has not closed its side of the connection ${time}`;
  }
  if (ended) return "your program ended, and this never came";
  // Where TCP is spoken with it as well, it listens as it should, and somebody else waits for its datagrams.
  if (/\bdatagram\b/.test(what) && !/ (?:connects to|is accepted by) /.test(conversation)) {
    const places = programs.flatMap(({ pid }) => listeningPlaces(pid) ?? []);
    if (places.length > 0 && !places.some((place) => place.startsWith("UDP"))) {
      return `nothing came from your program ${time}: it listens on ${places.join(" and ")}, but by TCP, and datagrams are UDP's`;
    }
  }
  return /\(nothing\)|nothing came/.test(what)
    ? `nothing came from your program ${time}: it waits for something, or is busy elsewhere`
    : `nothing more came from your program ${time}: it waits for something, or has lost the rest`;
}

/** Whether it is a program's output that was waited for, and not a peer's connection. */
function isOutput(what: string, programs: readonly Running[]): boolean {
  return programs.some(({ name }) => what.startsWith(`${name}:`) || what.startsWith(`${name}, `));
}

function floods({ unread: { stdout, stderr } }: Running): boolean {
  return Math.max(stdout.length, stderr.length) >= FLOOD;
}

function nobody(programs: readonly Running[]): string {
  const server = programs.find(({ status }) => status === undefined);
  if (server === undefined) return "your program has ended: nobody listens any more";
  const places = listeningPlaces(server.pid) ?? [];
  const instead = places.length === 0 ? "" : `; it listens on ${places.join(" and ")}`;
  return `nobody listens where your program says that it does${instead}`;
}
