/**
 * Sends pieces of a stream so that they are read one by one.
 *
 * TCP may join what is sent apart, and a server that takes one read for one message passes by luck. So
 * the next piece waits until the program has read the one before.
 */
import { existsSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Connection } from "@netnotes/test-harness/connection";

/** How long, in milliseconds, a program may take to read a piece before the next one is sent anyway. */
const PATIENCE = 500;
/** How long to pause, in milliseconds, where the kernel does not say what is unread. */
const PAUSE = 30;

/** @see Verbs.sendApart */
export async function sendApart(
  peer: Connection,
  pieces: readonly (string | Uint8Array)[],
): Promise<void> {
  for (const piece of pieces) {
    await peer.send(piece);
    await hasRead(peer);
  }
}

async function hasRead(peer: Connection): Promise<void> {
  const { port } = peer;
  if (process.platform !== "linux" || port === undefined) return setTimeout(PAUSE);
  const end = performance.now() + PATIENCE;
  while (isUnread(port) && performance.now() < end) await setTimeout(1);
}

/** Whether bytes from this port of ours wait in the kernel, on either side, to be read. */
function isUnread(port: number): boolean {
  const ours = port.toString(16).toUpperCase().padStart(4, "0");
  return ["tcp", "tcp6"].flatMap(rows).some(([local, remote, queues = ""]) => {
    const [unsent, unread] = queues.split(":");
    if (remote?.endsWith(`:${ours}`)) return Number.parseInt(unread ?? "", 16) > 0;
    return local?.endsWith(`:${ours}`) === true && Number.parseInt(unsent ?? "", 16) > 0;
  });
}

/** Local address, remote address and queues of every TCP socket. proc_net_tcp.txt of the kernel. */
function rows(table: string): string[][] {
  if (!existsSync(`/proc/net/${table}`)) return []; // a kernel without IPv6
  const [, ...lines] = readFileSync(`/proc/net/${table}`, "latin1").trimEnd().split("\n");
  return lines.map((line) => {
    const [, local = "", remote = "", , queues = ""] = line.trim().split(/\s+/);
    return [local, remote, queues];
  });
}
