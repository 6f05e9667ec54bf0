/**
 * From what the harness found to what a learner is told: first what happened, in a plain sentence, then
 * what was expected and what came.
 */
import { root } from "@netnotes/compile";
import { Failure } from "@netnotes/test-harness/failure";
import type { Running } from "@netnotes/test-harness/running";
import type { Stage } from "@netnotes/test-harness/stage";
import { endedBy } from "./ending.ts";
import { listeningPlaces } from "./listening.ts";
import type { Wrong } from "./verdict.ts";

/** How long, in milliseconds, a program that breaks a connection has to end, before it is taken to live. */
const DYING = 200;

/** What no answer could help. */
export const MISTAKE = "the check itself failed, which is the exercise's mistake and not yours";

/** @param programs all that the check has started */
export async function explain(
  error: unknown,
  stage: Stage,
  programs: readonly Running[],
): Promise<Wrong> {
  const conversation = readable(stage.conversation.toString());
  if (!(error instanceof Failure)) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      sentence: MISTAKE,
      detail: said,
      conversation,
    };
  }
  const what = readable(error.what);
  if (what.includes("left unfinished")) {
    return {
      sentence: `${MISTAKE}: it did not await all that it began`,
      detail: what,
      conversation,
    };
  }
  // What the runner itself found is a plain sentence already.
  if (/^(?:your program|the time) /.test(what)) return { sentence: what, detail: "", conversation };
  // A program that dies breaks its connections first, and is seen to have ended a moment later.
  if (/reset|stream ended|ECONNREFUSED/.test(what)) await Promise.all(programs.map(dying));
  const sentence = crash(programs) ?? plain(what, programs);
  return sentence === undefined
    ? { sentence: what, detail: "", conversation: readable(stage.conversation.toString()) }
    : { sentence, detail: brief(what), conversation: readable(stage.conversation.toString()) };
}

async function dying(program: Running): Promise<void> {
  await program.ended({ within: DYING }).catch(() => {}); // it lives
}

/** What is expected stands below, with the caret: in the sentence it would stand twice. */
function brief(what: string): string {
  return /^ {2}expected {2}/m.test(what)
    ? what.replace(/^(.*?): expected (?:the line |the datagram )?".*", but (.*)$/m, "$1: $2")
    : what;
}

/** A program that has failed by itself explains whatever its peers have missed. */
function crash(programs: readonly Running[]): string | undefined {
  const crashed = programs.find(
    ({ status }) => status !== undefined && status !== 0 && !STOPPED.has(status),
  );
  return crashed && endedBy(crashed, "in the middle of the check");
}

/** What a check itself ends programs by. */
const STOPPED = new Set<number | string>(["SIGINT", "SIGTERM", "SIGKILL"]);

function plain(what: string, programs: readonly Running[]): string | undefined {
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
  if (first.includes("but other bytes came") || first.includes("another datagram came")) {
    return "your program sent something else than expected: the caret is at the first byte that differs";
  }
  if (first.includes("the next line does not match")) return "your program printed another line";
  if (first.includes("but more bytes came")) return "your program sent more than it should";
  if (first.includes("the connection was reset")) {
    return "the connection was reset: your program closed it with bytes unread, or ended in the middle";
  }
  if (first.includes("but the stream ended")) return closed(first, programs, ended);
  if (/but (?:nothing came )?\(?not within/.test(first)) return silence(what, first, ended);
  return undefined;
}

function closed(first: string, programs: readonly Running[], ended: boolean): string {
  const printed = programs.some(({ name }) => first.startsWith(`${name}:`));
  if (printed) return "your program ended, or closed its output, before it had printed this";
  return ended
    ? "your program ended, and its connections with it, before all was said"
    : "your program closed its side of the connection too early";
}

function silence(what: string, first: string, ended: boolean): string {
  const time = /not within (\d+) ms/.exec(first)?.[1];
  const waited = time === undefined ? "in time" : `within ${Number(time) / 1000} s`;
  if (first.includes("expected the end")) {
    return `your program has not closed its side of the connection ${waited}`;
  }
  if (ended) return `your program ended, and this never came`;
  return /\(nothing\)/.test(what) || first.includes("nothing came")
    ? `nothing came from your program ${waited}: it waits for something, or is busy elsewhere`
    : `nothing more came from your program ${waited}: it waits for something, or has lost the rest`;
}

function nobody(programs: readonly Running[]): string {
  const server = programs.find(({ status }) => status === undefined);
  const places = server === undefined ? [] : listeningPlaces(server.pid);
  if (server === undefined) return "your program has ended: nobody listens any more";
  const instead = places.length === 0 ? "" : `; it listens on ${places.join(" and ")}`;
  return `nobody listens where your program says that it does${instead}`;
}

/** Without what is the same for everybody: how programs are run, and where the repository lies. */
function readable(text: string): string {
  return text
    .replace(/starts: \S+(?: -\S+)* \S+[/\\]run\.(?:mjs|py) /g, "starts: ")
    .replaceAll(`${root}/`, "")
    .split("\n")
    .map(cut)
    .join("\n");
}

/** A line of a conversation may hold kilobytes; its beginning and its end tell. */
function cut(line: string): string {
  if (line.length <= 2 * KEPT || /^ {2}(?:expected|but came) {2}/.test(line)) return line;
  return `${line.slice(0, KEPT)} … ${line.slice(-KEPT / 2)}`;
}

/** How many characters are kept of a long line's beginning, and half as many of its end. */
const KEPT = 80;
