/** Fills the queue of a listening socket: makes connections that nobody has accepted yet. */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { address, played, ready } from "./played.ts";

/** struct linger, on and 0 seconds: closing leaves no connection behind that waits for a minute. */
const AT_ONCE = Buffer.from(new Int32Array([1, 0]).buffer);

export function main(): void {
  let conns: socket.Socket[] = [];

  played((operations) => {
    for (const conn of conns) conn.close();
    conns = Array.from({ length: operations }, connected);
    ready();
  });
}

function connected(): socket.Socket {
  const conn = socket.create_connection(address);
  conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE);
  return conn;
}

run(main);
