/**
 * Logs what its clients say, and what you type, in one file; select waits for all.
 *
 *     pnpm chapter 08 log-server
 *     pnpm chapter 08 log-client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";
import { accept, Connection } from "./connection.ts";
import { Lines } from "./lines.ts";
import { FILE, LogFile } from "./logfile.ts";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Logs what clients say, and you.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6666 });
  parser.add_argument("--file", { default: FILE });
  const args = parser.parse_args();

  // step open: to append; half a line that a killed server left gets its end
  // corrected: "w+b" empties the log at every start (proof log)
  const log = new LogFile(args.file);

  // step listen: socket, SO_REUSEADDR, bind and listen in one call
  // corrected: getsockopt sets nothing, it only asks (01 proof reuse)
  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  server.setblocking(false);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  // step stdin: without Python's buffer, whose lines select knows nothing of
  // corrected: of three lines at once the notes log one (proof stdin)
  const stdin = sys.stdin.buffer.raw;

  const watched = [server, stdin];
  const typed = new Lines();
  const clients = new Map<Connection, Lines>();
  while (true) {
    // step wait: to write only where there is something to be written
    const conns = [...clients.keys()];
    const rlist = [...watched, ...conns.filter((conn) => conn.reads())];
    const wlist = conns.filter((conn) => conn.writes());
    const [rs, ws] = select.select(rlist, wlist, []);

    const news: [conn: Connection | undefined, line: Buffer][] = [];
    for (const r of rs) {
      if (r === server) {
      }
    }
  }
}

run(main);
