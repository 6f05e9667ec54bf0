/** Sends a datagram of 64 bytes and waits for it to come back, again and again. */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { address, played, ready } from "./played.ts";

export function main(): void {
  const client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  client.connect(address);
  const ping = Buffer.alloc(64, "ping");
  const pong = Buffer.alloc(64);

  played((operations) => {
    ready();
    for (let i = 0; i < operations; i++) {
      client.send(ping);
      client.recv_into(pong);
    }
  });
}

run(main);
