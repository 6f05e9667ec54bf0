/**
 * Passes on what one client says to all the others, line by line.
 *
 *     pnpm exercise 03.2
 */
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Everybody hears." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const clients = new Set<socket.Socket>();
  while (true) {
    const [ready] = select.select([server, ...clients], [], []);
    for (const s of ready) {
      if (s === server) {
        const [conn] = server.accept();
        clients.add(conn);
        conn.sendall(b`Welcome!\n`);
      } else {
        const chunk = s.recv(1024);
        // Yours: to all others, line by line. And who has ended, or breaks off?
        if (chunk.length === 0) clients.delete(s);
      }
    }
  }
}

run(main);
