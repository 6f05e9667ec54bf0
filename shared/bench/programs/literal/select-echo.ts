/** Sends back what any of its connections sends: an operation is a select, a recv and a sendall. */
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
    let left = operations;
    while (left > 0) {
      const [readable] = select.select(conns, [], []);
      for (const conn of readable) {
        conn.sendall(received(conn.recv(1024)));
        left -= 1;
      }
    }
  });
}

run(main);
