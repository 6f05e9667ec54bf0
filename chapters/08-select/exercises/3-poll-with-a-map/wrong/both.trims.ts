/**
 * Wrong: passes on without the blanks and line ends at the end of a read.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Passes it on." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  parser.add_argument("--to-port", { type: "int", required: true });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const p = select.poll();
  p.register(server, select.POLLIN);
  const ways = new Map<number, socket.Socket[]>();
  while (true) {
    for (const [fd] of p.poll()) {
      let way = ways.get(fd) ?? [];
      try {
        if (fd === server.fileno()) {
          way = [server.accept()[0]];
          way.push(socket.create_connection(["127.0.0.1", args.to_port]));
          for (const [from, to] of [way, way.toReversed()]) {
            ways.set(from!.fileno(), [from!, to!]);
            p.register(from!, select.POLLIN);
          }
          continue;
        }
        const [from, to] = way;
        if (!from || !to) continue;
        const text = from.recv(65536).toString("latin1").trimEnd();
        const data = Buffer.from(text, "latin1");
        to.sendall(data);
        if (data.length > 0) continue;
        p.unregister(fd);
        ways.delete(fd);
        to.shutdown(socket.SHUT_WR);
        if (ways.has(to.fileno())) continue;
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
        print("lost a connection:", error.code);
      }
      for (const conn of way) {
        if (ways.delete(conn.fileno())) p.unregister(conn);
        conn.close();
      }
    }
  }
}

run(main);
