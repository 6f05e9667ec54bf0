/**
 * A Unix socket's file outlives its server: what to do about one that is in the way.
 */
import { once } from "node:events";
import { lstatSync, unlinkSync } from "node:fs";
import net from "node:net";

/**
 * Removes the file of a socket that is no more. Whose server lives keeps it.
 *
 * Between the question and the answer another server could start: who has to
 * rule that out holds a lock on a file beside it, which Node has no call for.
 */
export async function removeStale(path: string): Promise<void> {
  // connect refuses any other file as it does a stale one, and those are not ours
  if (!lstatSync(path, { throwIfNoEntry: false })?.isSocket()) return;
  // Node has no datagram's socket to ask with: a server that lives gets a client
  const probe = net.connect(path);
  try {
    await once(probe, "connect");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ECONNREFUSED") unlinkSync(path);
  } finally {
    probe.destroy();
  }
}
