/**
 * Wrong: does not wait, and takes a full buffer for a lost client.
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
        const [client] = server.accept();
        client.setblocking(false);
        clients.add(client);
        continue;
      }
      try {
        const data = conn.recv(65536);
        conn.sendall(data);
        if (data.length > 0) continue;
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
        print("lost a client:", error.code);
      }
      clients.delete(conn);
      conn.close();
    }
  }
}

run(main);
