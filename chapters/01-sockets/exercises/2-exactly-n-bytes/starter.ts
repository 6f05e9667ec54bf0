/**
 * Sends every message back with its bytes reversed.
 *
 *     pnpm exercise 01.2
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** The next n bytes. */
function recvExactly(conn: socket.Socket, n: number): Buffer {
  // Yours: this returns as few bytes as have come. And what if no more come?
  return conn.recv(n);
}

/** Answers one message; false when there is none any more. */
function answer(conn: socket.Socket): boolean {
  const header = recvExactly(conn, 4);
  if (header.length === 0) return false;
  const message = recvExactly(conn, header.readUInt32BE());
  conn.sendall(Buffer.concat([header, message.reverse()]));
  return true;
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Reverses messages." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    while (answer(conn));
    conn.close();
  }
}

run(main);
