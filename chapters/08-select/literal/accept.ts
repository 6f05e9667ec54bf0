/** Letting clients in, as long as there is room for them. */
import fs from "node:fs";
import { OSError, print } from "@netnotes/stdlib/builtins";
import type * as socket from "@netnotes/stdlib/socket";
import { Connection } from "./connection.ts";

/** Given up for a moment when there is no descriptor left: see turnAway. */
let spare: number | undefined = fs.openSync("/dev/null", "r");

/**
 * The next client; undefined when it has left already, or there is no room for it.
 *
 * @param end where the descriptors end that can be waited for
 */
export function accept(
  server: socket.Socket,
  end = Infinity,
): Connection | undefined {
  let sock: socket.Socket, addr: socket.InetAddress;
  try {
    [sock, addr] = server.accept();
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    // no room in this process, or in the whole system
    if (error.code === "EMFILE" || error.code === "ENFILE") {
      turnAway(server, error.code);
    }
    return undefined;
  }
  if (sock.fileno() >= end) {
    print("turned away", addr, `no descriptor below ${end} is free`);
    sock.close();
    return undefined;
  }
  return new Connection(sock, addr);
}

/** Lets a client in and out again. Left in the queue, it would be ready for ever. */
function turnAway(server: socket.Socket, why: string): void {
  if (spare !== undefined) fs.closeSync(spare);
  try {
    const [sock, addr] = server.accept();
    print("turned away", addr, why);
    sock.close();
  } catch (error) {
    // it has left, or another program took the room
    if (!(error instanceof OSError)) throw error;
  }
  try {
    spare = fs.openSync("/dev/null", "r");
  } catch {
    spare = undefined; // another program did: the next client waits for room
  }
}
