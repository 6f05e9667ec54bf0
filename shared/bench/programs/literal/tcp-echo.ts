/** Sends back what one connection sends: an operation is a recv and a sendall. */
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { listening, received, rounds } from "./rounds.ts";

export function main(): void {
  const server = socket.create_server(["127.0.0.1", 0]);
  listening(server);
  const [conn] = server.accept();

  rounds((operations) => {
    for (let i = 0; i < operations; i++) {
      conn.sendall(received(conn.recv(1024)));
    }
  });
}

run(main);
