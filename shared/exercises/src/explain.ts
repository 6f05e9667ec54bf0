/**
 * From what the harness found to what a learner is told: first what happened, in a plain sentence, then
 * what was expected and what came.
 */
import { Failure } from "@netnotes/test-harness/failure";
import type { Running } from "@netnotes/test-harness/running";
import type { Stage } from "@netnotes/test-harness/stage";
import { endedBy } from "./ending.ts";
import { readable } from "./readable.ts";
import { NotReady } from "./readiness.ts";
import { sentenceOf } from "./sentences.ts";
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
  if (error instanceof NotReady) {
    // Where others of its kind have run before, it is of them that the check wants to know.
    const unspoken = programs.length === 1;
    return { sentence: what, detail: "", conversation, ...(unspoken && { unspoken }) };
  }
  // What the runner itself found is a plain sentence already.
  if (/^(?:your program|the time) /.test(what)) return { sentence: what, detail: "", conversation };
  const open = programs.filter(({ endedAsExpected }) => !endedAsExpected);
  // A program that dies breaks its connections first, and is seen to have ended a moment later.
  if (/reset|stream ended|ECONNREFUSED/i.test(what)) await Promise.all(open.map(dying));
  const sentence = crash(open) ?? sentenceOf(what, open, conversation);
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
