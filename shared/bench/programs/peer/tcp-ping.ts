/** Sends 64 bytes on one of its connections, waits for them to come back, and goes on to the next one. */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { address, played, ready } from "./played.ts";

export function main(): void {
  const connections = Number(process.argv[3]);
  const conns = Array.from({ length: connections }, () => socket.create_connection(address));
  const ping = Buffer.alloc(64, "ping");
  const pong = Buffer.alloc(64);
  let next = 0;

  played((operations) => {
    ready();
    for (let i = 0; i < operations; i++) {
      const conn = conns[next] as socket.Socket;
      next = (next + 1) % connections;
      conn.sendall(ping);
      for (let left = pong.length; left > 0;) {
        const count = conn.recv_into(pong, left);
        if (count === 0) return;
        left -= count;
      }
    }
  });
}

run(main);
