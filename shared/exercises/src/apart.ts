/**
 * Sends pieces of a stream so that they are read one by one.
 *
 * TCP may join what is sent apart, and a server that takes one read for one message passes by luck. So
 * the next piece waits until the program has read the one before.
 */
import { readFile } from "node:fs/promises";
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
  while ((await isUnread(port)) && performance.now() < end);
}

/** Whether bytes from this port of ours wait in the kernel, on either side, to be read. */
async function isUnread(port: number): Promise<boolean> {
  const ours = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const table of ["tcp", "tcp6"]) {
    const there = (await rowsOf(table)).filter(
      ([local, remote]) => local?.endsWith(ours) || remote?.endsWith(ours),
    );
    if (there.length === 0) continue;
    return there.some(([local, , queues = ""]) => {
      const [unsent = "", unread = ""] = queues.split(":");
      return Number.parseInt(local?.endsWith(ours) ? unsent : unread, 16) > 0;
    });
  }
  return false;
}

/** Local address, remote address and queues of every TCP socket. proc_net_tcp.txt of the kernel. */
async function rowsOf(table: string): Promise<string[][]> {
  const text = await readFile(`/proc/net/${table}`, "latin1").catch(() => ""); // no IPv6 here
  const [, ...lines] = text.trimEnd().split("\n");
  return lines.map((line) => {
    const [, local = "", remote = "", , queues = ""] = line.trim().split(/\s+/);
    return [local, remote, queues];
  });
}
