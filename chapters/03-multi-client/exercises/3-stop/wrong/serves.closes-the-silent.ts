/**
 * Wrong: waits only for those who are in the middle of a line.
 */
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";

export function main(): void {
  const parser = new ArgumentParser({ description: "Can be stopped." });
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
  let others: (socket.Socket | typeof sys.stdin)[] = [server, sys.stdin];
  while (others.length + clients.size > 0) {
    const [ready] = select.select([...others, ...clients.keys()], [], []);
    for (const s of ready) {
      if (s === server) {
        const [conn] = server.accept();
        conn.sendall(b`Welcome!\n`);
        clients.set(conn, "");
      } else if (s !== sys.stdin) answer(s as socket.Socket, clients);
      else if (!ready.includes(server)) others = [];
    }
    if (others.length > 0) continue;
    if (server.fileno() !== -1) print("stopping");
    server.close();
    for (const [conn, rest] of clients) if (!rest) leave(conn, clients);
  }
}

type Clients = Map<socket.Socket, string>;

function answer(conn: socket.Socket, clients: Clients): void {
  const text = codecs.decode(conn.recv(1024));
  if (text === "") return leave(conn, clients);
  const lines = ((clients.get(conn) ?? "") + text).split("\n");
  clients.set(conn, lines.pop() ?? "");
  for (const name of lines) conn.sendall(Buffer.from(`Hello, ${name}!\n`));
}

function leave(conn: socket.Socket, clients: Clients): void {
  clients.delete(conn);
  conn.close();
}

run(main);
