/** Connects for each round, waits until it is asked, and sends as many MiB as it was told, 64 KiB at a time. */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { address, played, ready } from "./played.ts";

export function main(): void {
  const piece = Buffer.alloc(65536, "netnotes");
  const asked = Buffer.alloc(1);

  played((mebibytes) => {
    const conn = socket.create_connection(address);
    ready();
    if (conn.recv_into(asked) === 0) return;
    for (let i = 0; i < mebibytes * 16; i++) conn.sendall(piece);
    conn.close();
  });
}

run(main);
