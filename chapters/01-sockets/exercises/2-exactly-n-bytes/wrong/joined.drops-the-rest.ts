/**
 * Wrong: reads until there is enough, and forgets what is more.
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** The next n bytes; undefined when the stream ends before so many. */
function recvExactly(conn: socket.Socket, n: number): Buffer | undefined {
  let bytes: Buffer = Buffer.alloc(0);
  while (bytes.length < n) {
    const chunk = conn.recv(65536);
    if (chunk.length === 0) return undefined;
    bytes = Buffer.concat([bytes, chunk]);
  }
  return bytes;
}

/** Answers one message; false when there is no whole one any more. */
function answer(conn: socket.Socket): boolean {
  const begun = recvExactly(conn, 4);
  if (begun === undefined) return false;
  const header = begun.subarray(0, 4);
  const length = header.readUInt32BE();
  const rest = recvExactly(conn, length - (begun.length - 4));
  if (rest === undefined) return false;
  const message = Buffer.concat([begun.subarray(4), rest]).subarray(0, length);
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
