/** Connects for each round, and reads up to the end. */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { address, played, ready } from "./played.ts";

export function main(): void {
  const room = Buffer.alloc(65536);

  played(() => {
    const conn = socket.create_connection(address);
    ready();
    while (conn.recv_into(room) > 0);
    conn.close();
  });
}

run(main);
