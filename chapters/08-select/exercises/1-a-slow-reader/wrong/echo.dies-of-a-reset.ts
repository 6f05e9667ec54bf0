/**
 * Wrong: outlives only those that break off while they are owed something.
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
  const owed = (conn: socket.Socket) => clients.get(conn)!.length > 0;
  while (true) {
    const all = [...clients.keys()];
    const rlist = [server, ...all.filter((conn) => !owed(conn))];
    const wlist = all.filter(owed);
    const [rs, ws] = select.select(rlist, wlist, []);
    for (const conn of [...rs, ...ws]) {
      if (conn === server) {
        const [client] = server.accept();
        client.setblocking(false);
        clients.set(client, Buffer.alloc(0));
        continue;
      }
      try {
        if (owed(conn)) {
          const rest = clients.get(conn)!;
          clients.set(conn, rest.subarray(conn.send(rest)));
          continue;
        }
        const data = conn.recv(65536);
        clients.set(conn, data);
        if (data.length > 0) continue;
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
        if (error.code === "EAGAIN") continue;
        if (!owed(conn)) throw error;
        print("lost a client:", error.code);
      }
      clients.delete(conn);
      conn.close();
    }
  }
}

run(main);
