/**
 * Wrong: answers the first line of a read, and forgets what is behind it.
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Answers each line." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const clients = new Map<socket.Socket, string>();
  while (true) {
    const [ready] = select.select([server, ...clients.keys()], [], []);
    for (const s of ready) {
      if (s === server) {
        const [conn] = server.accept();
        conn.sendall(b`Welcome!\n`);
        clients.set(conn, "");
      } else if (!answer(s, clients)) {
        clients.delete(s);
        s.close();
      }
    }
  }
}

/** @returns whether there may be more */
function answer(conn: socket.Socket, halves: Map<socket.Socket, string>) {
  try {
    const chunk = codecs.decode(conn.recv(1024), "utf-8", "replace");
    if (chunk === "") return false;
    const text = (halves.get(conn) ?? "") + chunk;
    const isLine = text.includes("\n");
    halves.set(conn, isLine ? "" : text);
    const [name] = text.split("\n");
    if (isLine) conn.sendall(codecs.encode(`Hello, ${name}!\n`));
    return true;
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    print("lost a client:", error.code);
    return false;
  }
}

run(main);
