/** Receives as many MiB as it is told, a read of at most SIZE bytes at a time: an operation is a MiB. */
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { listening, received, rounds } from "./rounds.ts";

export function main(): void {
  const size = Number(process.argv[2]);
  const server = socket.create_server(["127.0.0.1", 0]);
  listening(server);
  const [conn] = server.accept();

  rounds((mebibytes) => {
    let left = mebibytes * 1024 * 1024;
    conn.sendall(b`?`);
    while (left > 0) {
      left -= received(conn.recv(size)).length;
    }
  });
}

run(main);
