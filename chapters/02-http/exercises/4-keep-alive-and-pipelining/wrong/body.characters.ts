/**
 * Wrong: keeps what has come as text, and counts its characters.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** Serves one client, as long as its connection may stay open. */
function serve(conn: socket.Socket): void {
  let text = "";
  const isThere = (length: number): boolean => {
    while (text.length < length || !text.includes("\r\n\r\n")) {
      const chunk = conn.recv(65536);
      if (chunk.length === 0) return false;
      text += chunk.toString();
    }
    return true;
  };
  for (let isLast = false; !isLast && isThere(0);) {
    const end = text.indexOf("\r\n\r\n") + 4;
    const head = text.slice(0, end);
    const size = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    if (!isThere(end + size)) break;
    text = text.slice(end + size);
    const [method, target] = head.split(" ");
    const body = `${method} ${target}, ${size} bytes\n`;
    const length = `Content-Length: ${body.length}\r\n\r\n`;
    conn.sendall(Buffer.from(`HTTP/1.1 200 OK\r\n${length}${body}`));
    isLast = /^\S+ \S+ HTTP\/1\.0|^connection: *close/im.test(head);
  }
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
