/**
 * Wrong: stops reading only when it keeps 20 MiB for a client.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

const FULL = 20 * 1024 * 1024;

export function main(): void {
  const parser = new ArgumentParser({ description: "Sends it back." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const clients = new Map<socket.Socket, Buffer>();
  const ended = new Set<socket.Socket>();
  const owed = (conn: socket.Socket) => clients.get(conn)!.length > 0;
  while (true) {
    const all = [...clients.keys()];
    const room = (conn: socket.Socket) => clients.get(conn)!.length < FULL;
    const reads = all.filter((conn) => room(conn) && !ended.has(conn));
    const wlist = all.filter(owed);
    const [rs, ws] = select.select([server, ...reads], wlist, []);
    for (const conn of [...rs, ...ws]) {
      if (conn === server) {
        const [client] = server.accept();
        client.setblocking(false);
        clients.set(client, Buffer.alloc(0));
        continue;
      }
      try {
        if (ws.includes(conn) && owed(conn)) {
          const rest = clients.get(conn)!;
          clients.set(conn, rest.subarray(conn.send(rest)));
        } else {
          const data = conn.recv(65536);
          clients.set(conn, Buffer.concat([clients.get(conn)!, data]));
          if (data.length === 0) ended.add(conn);
        }
        if (!ended.has(conn) || owed(conn)) continue;
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
        if (error.code === "EAGAIN") continue;
        print("lost a client:", error.code);
      }
      clients.delete(conn);
      conn.close();
    }
  }
}

run(main);
