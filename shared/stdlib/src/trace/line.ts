/** A record as one line, in strace's manner. */
import { errnoName, strerror } from "../libc/errno.ts";
import type { CallRecord } from "./record.ts";

/** Shorter times than this, in milliseconds, are the call itself and not waiting. */
const WAITED = 1;

function beginning(thread: string, call: string, args: readonly string[]): string {
  return `${thread === "" ? "" : `[${thread}] `}${call}(${args.join(", ")}`;
}

/** A call that is over: `accept(3) = 4 ('127.0.0.1', 51000) <1.204>`, the time in seconds. */
export function line(record: CallRecord): string {
  const { error, start, end } = record;
  const outcome = error === undefined ? record.brought : `${errnoName(error)} (${strerror(error)})`;
  const time = end - start < WAITED ? "" : ` <${((end - start) / 1000).toFixed(3)}>`;
  return (
    `${beginning(record.thread, record.call, record.args)}) = ${record.result}` +
    `${outcome && ` ${outcome}`}${time}\n`
  );
}

/** A call that has to wait, when it begins to: `accept(3 …`. */
export function waitingLine(thread: string, call: string, args: readonly string[]): string {
  return `${beginning(thread, call, args)} …\n`;
}
