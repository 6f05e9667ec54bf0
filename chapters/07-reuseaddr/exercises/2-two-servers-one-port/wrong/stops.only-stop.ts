/**
 * Wrong: ends at the line `stop` alone, where any line will do.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";

export function main(): void {
  const parser = new ArgumentParser({ description: "One of several." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  parser.add_argument("--name", { default: "somebody" });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  // Each that shares the port must have asked for it before it binds.
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1);
  server.bind([args.host, args.port]);
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [ready] = select.select([server, sys.stdin], [], []);
    // Clients first: who waits in our queue would be reset when we close, and
    // the other server never gets to know of them.
    if (!ready.includes(server)) {
      if (sys.stdin.readline() === "stop\n") break;
      continue;
    }
    serve(server.accept()[0], args.name);
  }
  server.close();
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
