/** Sends back each datagram to where it came from: an operation is a recvfrom and a sendto. */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { listening, rounds } from "./rounds.ts";

export function main(): void {
  const server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  server.bind(["127.0.0.1", 0]);
  listening(server);

  rounds((operations) => {
    for (let i = 0; i < operations; i++) {
      const [data, addr] = server.recvfrom(1024);
      server.sendto(data, addr);
    }
  });
}

run(main);
