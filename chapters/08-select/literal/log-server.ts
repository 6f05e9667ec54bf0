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
import { accept } from "./accept.ts";
import { closeThoseOver, Connection } from "./connection.ts";
import { Lines } from "./lines.ts";
import { FILE, LogFile } from "./logfile.ts";

export function main(): void {
  const parser = new ArgumentParser({ description: "Logs what is said." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6666 });
  parser.add_argument("--file", { default: FILE });
  const args = parser.parse_args();

  // step open: to append; half a line that a killed server left gets its end
  // corrected: "w+b" empties the log at every start (proof log)
  const log = new LogFile(args.file);

  // step listen: socket, SO_REUSEADDR, bind and listen in one call
  // corrected: getsockopt sets nothing, it only asks (07 proof getsockopt)
  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  server.setblocking(false);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const [watched, typed] = [new Set([server, sys.stdin]), new Lines()];
  let clients: Connection[] = [];
  while (true) {
    // step wait: to write only where there is something to be written
    const rlist = [...watched, ...clients.filter((conn) => conn.reads())];
    const wlist = clients.filter((conn) => conn.writes());
    const [rs, ws] = select.select(rlist, wlist, []);
    for (const r of rs) {
      if (r === server) {
        // step accept: a socket of its own, if select can still watch it
        const conn = accept(server, 1024);
        if (conn) {
          print("已连接......");
          clients.push(conn);
        }
      } else if (r === sys.stdin) {
        // step input: past its buffer, for select can't see what waits there
        // corrected: the notes lose lines, and spin at its end (proof stdin)
        const data = sys.stdin.buffer.raw.read(4096);
        log.write(typed.feed(data, data.length === 0));
        if (data.length === 0) watched.delete(sys.stdin);
      } else if (r instanceof Connection) {
        // step receive: as lines, as soon as there are newlines
        // corrected: a read is no message (proof log)
        const lines = r.lines.feed(r.receive(4096), r.ended);
        log.write(lines);
        for (const line of lines) {
          const text = line.toString("utf-8");
          print("已经接收内容并写如select>>>.txt文件内\n 内容:", text);
          r.tell("接收成功!");
        }
      }
    }

    // step sync: before any reply: what it promises survives even a power cut
    log.sync();

    // step reply: as much as the kernel takes; the rest waits for its turn
    for (const w of ws) w.reply();

    // step close: who has said all, and heard all
    clients = closeThoseOver(clients);
  }
}

run(main);
