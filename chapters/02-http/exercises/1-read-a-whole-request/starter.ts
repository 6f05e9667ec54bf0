/**
 * Shows every client the request that it has sent.
 *
 *     pnpm exercise 02.1
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** One request, head and body; null if the client ends before it is whole. */
function readRequest(conn: socket.Socket): Buffer | null {
  // Yours: the notes take one recv for a request.
  return conn.recv(4096);
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
