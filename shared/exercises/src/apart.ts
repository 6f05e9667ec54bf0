/**
 * Sends pieces of a stream so that they are read one by one.
 *
 * TCP may join what is sent apart, and a server that takes one read for one message passes by luck. So
 * the next piece waits until the program has read the one before.
 */
import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Connection } from "@netnotes/test-harness/connection";
import type { Conversation } from "@netnotes/test-harness/conversation";

/** How long, in milliseconds, a program may take to read a piece before the next one is sent anyway. */
const PATIENCE = 500;
/** How long to pause, in milliseconds, where the kernel does not say what is unread; and the most elsewhere. */
const PAUSE = 30;
/** What has been read of a file. The kernel gives a page at a time. */
const PIECE = Buffer.alloc(4096);

/**
 * @param conversation where each piece shall have a line of its own
 * @see Verbs.sendApart
 */
export async function sendApart(
  peer: Connection,
  pieces: readonly (string | Uint8Array)[],
  conversation?: Conversation,
): Promise<void> {
  for (const [at, piece] of pieces.entries()) {
    conversation?.pause();
    await peer.send(piece);
    if (at < pieces.length - 1) await hasRead(peer);
  }
}

async function hasRead({ port, remotePort }: Connection): Promise<void> {
  if (process.platform !== "linux" || port === undefined || remotePort === undefined)
    return setTimeout(PAUSE);
  const end = performance.now() + PATIENCE;
  // To look costs milliseconds, and a program that waits for the piece takes less to read it.
  for (let pause = 1; performance.now() < end; pause *= 2) {
    await setTimeout(Math.min(pause, PAUSE));
    if (!isUnread(hex(port), hex(remotePort))) return;
  }
}

/** A port as the kernel's tables end an address. */
function hex(port: number): string {
  return `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Whether bytes from this port of ours wait in the kernel, on either side, to be read. */
function isUnread(ours: string, theirs: string): boolean {
  const queues = queuesOf(ours, theirs, "tcp");
  // A server of both families has its side in the other table.
  if (queues.theirs === undefined) Object.assign(queues, queuesOf(ours, theirs, "tcp6"));
  const unsent = queues.ours?.split(":")[0] ?? "";
  const unread = queues.theirs?.split(":")[1] ?? "";
  return Number.parseInt(unsent, 16) > 0 || Number.parseInt(unread, 16) > 0;
}

/** The queues of a connection's two ends, `UNSENT:UNREAD` each, as far as a table has them. */
interface Queues {
  ours?: string;
  theirs?: string;
}

/**
 * Looks for the two ends of a connection. proc_net_tcp.txt of the kernel.
 *
 * After many connections the table is long, and the kernel writes it while it is read: so no further than to
 * the second end.
 */
function queuesOf(ours: string, theirs: string, table: "tcp" | "tcp6"): Queues {
  const found: Queues = {};
  for (const row of rowsOf(`/proc/net/${table}`)) {
    if (!row.includes(ours) || !row.includes(theirs)) continue;
    const [, local, remote, , queues = ""] = row.trim().split(/\s+/);
    if (local?.endsWith(ours) && remote?.endsWith(theirs)) found.ours = queues;
    else if (local?.endsWith(theirs) && remote?.endsWith(ours)) found.theirs = queues;
    if (found.ours !== undefined && found.theirs !== undefined) break;
  }
  return found;
}

/** The lines of a file, one after the other; none where there is no such file. */
function* rowsOf(path: string): Generator<string> {
  if (!existsSync(path)) return; // no IPv6 here
  const file = openSync(path, "r");
  try {
    let rest = "";
    for (let read = readSync(file, PIECE); read > 0; read = readSync(file, PIECE)) {
      const rows = (rest + PIECE.toString("latin1", 0, read)).split("\n");
      rest = rows.pop() ?? "";
      yield* rows;
    }
  } finally {
    closeSync(file);
  }
}
