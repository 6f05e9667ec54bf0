/**
 * Wrong: reads on and on what its client does not take.
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

  const clients = new Map<socket.Socket, Buffer[]>();
  const owed = (conn: socket.Socket) => clients.get(conn)!.length > 0;
  while (true) {
    const all = [...clients.keys()];
    const rlist = [server, ...all];
    const wlist = all.filter(owed);
    const [rs, ws] = select.select(rlist, wlist, []);
    for (const conn of new Set([...rs, ...ws])) {
      if (conn === server) {
        const [client] = server.accept();
        client.setblocking(false);
        clients.set(client, []);
        continue;
      }
      try {
        const chunks = clients.get(conn)!;
        const [first] = chunks;
        if (first && ws.includes(conn)) {
          chunks[0] = first.subarray(conn.send(first));
          if (chunks[0].length === 0) chunks.shift();
        }
        if (!rs.includes(conn)) continue;
        const data = conn.recv(65536);
        if (data.length > 0) chunks.push(data);
        if (data.length > 0 || chunks.length > 0) continue;
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
