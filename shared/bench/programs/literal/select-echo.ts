/** Sends back what its connections send: an operation is a select, a recv and a sendall. */
import { run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import { listening, received, rounds } from "./rounds.ts";

export function main(): void {
  const connections = Number(process.argv[2]);
  const server = socket.create_server(["127.0.0.1", 0], { backlog: connections });
  listening(server);
  const conns = Array.from({ length: connections }, () => server.accept()[0]);

  rounds((operations) => {
    for (let i = 0; i < operations; i++) {
      const [readable] = select.select(conns, [], []);
      const conn = readable[0] as socket.Socket; // another one has its turn after the next select
      conn.sendall(received(conn.recv(1024)));
    }
  });
}

run(main);
