/**
 * Wrong: makes text of the head, one character of each byte, and of that UTF-8.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** One request, head and body; null if the client ends before it is whole. */
function readRequest(conn: socket.Socket): Buffer | null {
  let request: Buffer = Buffer.alloc(0);
  let size = Infinity; // nobody knows it before the head's end has come
  while (request.length < size) {
    const chunk = conn.recv(65536);
    if (chunk.length === 0) return null;
    request = Buffer.concat([request, chunk]);
    const end = request.indexOf("\r\n\r\n");
    if (end < 0) continue;
    // Only the head is text. The body is bytes, and counted as such.
    const head = request.toString("latin1", 0, end);
    const length = /^content-length:[ \t]*([0-9]+)/im.exec(head)?.[1] ?? 0;
    size = end + 4 + Number(length);
  }
  const end = request.indexOf("\r\n\r\n");
  const head = request.toString("latin1", 0, end);
  return Buffer.concat([Buffer.from(head), request.subarray(end)]);
}

function answer(conn: socket.Socket, body: Buffer): void {
  const fields = `Content-Length: ${body.length}\r\nConnection: close`;
  conn.sendall(Buffer.from(`HTTP/1.1 200 OK\r\n${fields}\r\n\r\n`));
  conn.sendall(body);
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Shows what you ask." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8000 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(5);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    try {
      const request = readRequest(conn);
      if (request !== null) answer(conn, request);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

run(main);
