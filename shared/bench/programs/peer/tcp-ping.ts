/**
 * Sends 64 bytes on each of its connections in turn, waits for them to come back, and goes on to the next one.
 *
 * A second number is how many messages it sends before it waits for the first of them.
 */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { address, played, ready } from "./played.ts";

export function main(): void {
  const [connections = 1, ahead = 1] = process.argv.slice(3).map(Number);
  const conns = Array.from({ length: connections }, () => socket.create_connection(address));
  const ping = Buffer.alloc(64, "ping");
  const pong = Buffer.alloc(64);
  let sent = 0;
  let answered = 0;

  const next = (count: number): socket.Socket => conns[count % connections] as socket.Socket;
  played((operations) => {
    ready();
    const end = sent + operations;
    while (answered < end) {
      for (; sent < end && sent < answered + ahead; sent++) next(sent).sendall(ping);
      const conn = next(answered);
      for (let left = pong.length; left > 0;) {
        const count = conn.recv_into(pong, left);
        if (count === 0) return;
        left -= count;
      }
      answered += 1;
    }
  });
}

run(main);
