/**
 * Wrong: takes the message for text, and reverses its characters.
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** The next n bytes; undefined when the stream ends before so many. */
function recvExactly(conn: socket.Socket, n: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let missing = n; missing > 0;) {
    const chunk = conn.recv(Math.min(missing, 65536));
    if (chunk.length === 0) return undefined;
    chunks.push(chunk);
    missing -= chunk.length;
  }
  return Buffer.concat(chunks);
}

/** Answers one message; false when there is no whole one any more. */
function answer(conn: socket.Socket): boolean {
  const header = recvExactly(conn, 4);
  const message = header && recvExactly(conn, header.readUInt32BE());
  if (header === undefined || message === undefined) return false;
  const reversed = Array.from(message.toString()).reverse().join("");
  conn.sendall(Buffer.concat([header, Buffer.from(reversed)]));
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
