/**
 * Sends every client back what it says: all of them in one loop.
 *
 *     pnpm exercise 08.1
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Sends it back." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const clients = new Set<socket.Socket>();
  while (true) {
    const [rs] = select.select([server, ...clients], [], []);
    for (const conn of rs) {
      if (conn === server) {
        clients.add(server.accept()[0]);
        continue;
      }
      try {
        const data = conn.recv(65536);
        // Yours: here everybody waits for one who does not read.
        conn.sendall(data);
        if (data.length > 0) continue;
      } catch (error) {
        // A client that breaks off ends its own connection only.
        if (!(error instanceof OSError)) throw error;
        print("lost a client:", error.code);
      }
      clients.delete(conn);
      conn.close();
    }
  }
}

run(main);
