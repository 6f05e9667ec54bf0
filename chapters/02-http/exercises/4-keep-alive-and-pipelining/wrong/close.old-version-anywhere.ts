/**
 * Wrong: takes HTTP/1.0 in any field for the version of the request.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** The next head, to its blank line; without one if the client ends before. */
function readHead(file: socket.BytesFile): string {
  let head = "";
  for (const line of file) {
    head += line.toString("latin1");
    if (line.length === 2) break;
  }
  return head;
}

/** Serves one client, as long as its connection may stay open. */
function serve(conn: socket.Socket): void {
  // One file for all requests: it keeps what came with the one before.
  const file = conn.makefile("rb");
  for (let isLast = false; !isLast;) {
    const head = readHead(file);
    const size = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    if (!head.endsWith("\r\n\r\n") || file.read(size).length < size) break;
    const [method, target] = head.split(" ");
    const text = `${method} ${target}, ${size} bytes\n`;
    const length = `Content-Length: ${text.length}\r\n\r\n`;
    conn.sendall(Buffer.from(`HTTP/1.1 200 OK\r\n${length}${text}`));
    isLast = head.includes("HTTP/1.0") || /^connection: *close/im.test(head);
  }
  file.close();
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Answers on and on." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8000 });
  const args = parser.parse_args();

  // socket, SO_REUSEADDR, bind and listen in one call
  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    try {
      serve(conn);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

run(main);
