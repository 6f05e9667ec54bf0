/**
 * Wrong: closes a client with the last of what it is owed, and only then.
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

  const clients = new Map<socket.Socket, Buffer>();
  const owed = (conn: socket.Socket) => clients.get(conn)!.length;
  const ended = new Set<socket.Socket>();
  while (true) {
    const all = [...clients.keys()];
    const reads = all.filter((conn) => !ended.has(conn) && owed(conn) < 65536);
    const wlist = all.filter((conn) => owed(conn) > 0);
    const [rs, ws] = select.select([server, ...reads], wlist, []);
    for (const conn of new Set([...rs, ...ws])) {
      if (conn === server) {
        const [client] = server.accept();
        client.setblocking(false);
        clients.set(client, Buffer.alloc(0));
        continue;
      }
      try {
        if (rs.includes(conn)) {
          const data = conn.recv(65536);
          if (data.length === 0) ended.add(conn);
          clients.set(conn, Buffer.concat([clients.get(conn)!, data]));
        }
        if (!ws.includes(conn)) continue;
        const rest = clients.get(conn)!;
        clients.set(conn, rest.subarray(conn.send(rest)));
        if (!ended.has(conn) || owed(conn) > 0) continue;
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
