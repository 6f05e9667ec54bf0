/**
 * Tells each client its name, beside others of its kind on the same port.
 *
 *     pnpm exercise 07.2
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "One of several." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  parser.add_argument("--name", { default: "somebody" });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  // Yours: another one shall be able to listen on this port.
  server.bind([args.host, args.port]);
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    // Yours: a line on standard input ends this server, and loses no client.
    const [conn] = server.accept();
    serve(conn, args.name);
  }
}

/** Tells one client who serves it. */
function serve(conn: socket.Socket, name: string): void {
  try {
    conn.sendall(codecs.encode(`${name}\n`));
  } catch (error) {
    // A client that breaks off harms nobody else.
    if (!(error instanceof OSError)) throw error;
    print("lost a client:", error.code);
  }
  conn.close();
}

run(main);
