/**
 * Sends pieces of a stream so that they are read one by one.
 *
 * TCP may join what is sent apart, and a server that takes one read for one message passes by luck. So
 * the next piece waits until the program has read the one before.
 */
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Connection } from "@netnotes/test-harness/connection";
import type { Conversation } from "@netnotes/test-harness/conversation";

/** How long, in milliseconds, a program may take to read a piece before the next one is sent anyway. */
const PATIENCE = 500;
/** How long to pause, in milliseconds, where the kernel does not say what is unread. */
const PAUSE = 30;

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

async function hasRead({ port }: Connection): Promise<void> {
  if (process.platform !== "linux" || port === undefined) return setTimeout(PAUSE);
  const end = performance.now() + PATIENCE;
  // To look costs milliseconds, and a program that waits for the piece takes less to read it.
  do await setTimeout(1);
  while (isUnread(port) && performance.now() < end);
}

/** Whether bytes from this port of ours wait in the kernel, on either side, to be read. */
function isUnread(port: number): boolean {
  const ours = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = rowsWith(ours, "tcp");
  // A server of both families has its side in the other table.
  if (!rows.some(([, remote]) => remote?.endsWith(ours))) rows.push(...rowsWith(ours, "tcp6"));
  return rows.some(([local, , queues = ""]) => {
    const [unsent = "", unread = ""] = queues.split(":");
    return Number.parseInt(local?.endsWith(ours) ? unsent : unread, 16) > 0;
  });
}

/**
 * Local address, remote address and queues of the TCP sockets on either side of a port. proc_net_tcp.txt of the
 * kernel. It gives 4 KiB at a time, and after many connections the table is long: to hand each piece to another
 * thread takes longer than to read it.
 */
function rowsWith(port: string, table: string): string[][] {
  const rows = textOf(`/proc/net/${table}`).match(new RegExp(`^.*${port} .*$`, "gm")) ?? [];
  return rows.map((row) => {
    const [, local = "", remote = "", , queues = ""] = row.trim().split(/\s+/);
    return [local, remote, queues];
  });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return ""; // no IPv6 here
  }
}
