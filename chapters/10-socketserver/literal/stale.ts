/**
 * A Unix socket's file outlives its server: what to do about one that is in the way.
 */
import fs from "node:fs";
import os from "node:os";
import * as socket from "@netnotes/stdlib/socket";

/**
 * Removes the file of a socket that is no more. Whose server lives keeps it.
 *
 * Between the question and the answer another server could start: who has to
 * rule that out holds a lock on a file beside it (flock(2)).
 */
export function remove_stale(path: string): void {
  // connect refuses any other file as it does a stale one, and those are not ours
  if (!fs.lstatSync(path, { throwIfNoEntry: false })?.isSocket()) return;
  // a datagram's socket: connect sends nothing then, and a server for streams,
  // which refuses it as the wrong type (EPROTOTYPE), never hears of it
  const probe = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM);
  if (probe.connect_ex(path) === os.constants.errno.ECONNREFUSED)
    fs.unlinkSync(path);
  probe.close();
}
