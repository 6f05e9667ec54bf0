/**
 * Answers every client, and waits for all of them at once: by select.
 *
 *     pnpm chapter 08 server
 *     pnpm chapter 08 client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import { accept } from "./accept.ts";
import { closeThoseOver, type Connection } from "./connection.ts";

const FD_SETSIZE = 1024;

export function main(): void {
  const parser = new ArgumentParser({ description: "Answers every client." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  const args = parser.parse_args();

  // step listen: socket, SO_REUSEADDR, bind and listen in one call
  // corrected: 0.0.0.0 lets in whoever reaches this host (01 proof everywhere)
  // corrected: 5 places are few for a crowd (01 proof backlog)
  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  // step nonblocking: "ready" is news of a moment ago
  // corrected: the notes' accept may wait after all (proof ready)
  server.setblocking(false);

  let connections: Connection[] = [];
  while (true) {
    // step watch: to write only where there is something to be written
    // corrected: one entry for each read piles up (proof write-list)
    // corrected: xlist is for urgent data, not for errors (proof events)
    const rlist = [server, ...connections.filter((conn) => conn.reads())];
    const wlist = connections.filter((conn) => conn.writes());

    // step wait: for as long as none of them is ready
    print("等待IO发生");
    const [rs, ws] = select.select(rlist, wlist, []);

    for (const r of rs) {
      if (r instanceof socket.Socket) {
        // step accept: a socket of its own, if select can still watch it
        // corrected: the 1,024th ends the notes' server (proof limits)
        const conn = accept(server, FD_SETSIZE);
        if (conn) {
          print("Connect from", conn.addr);
          connections.push(conn);
        }
      } else {
        // step receive: one read for each, so that all have their turn
        // corrected: one dead client ends the notes' server (proof dead-client)
        const data = r.receive(1024);
        const text = r.decoder.decode(data, r.ended);
        if (text) print("Receive:", text);
        if (data.length > 0) r.tell("这是一条回复消息");
      }
    }

    // step reply: as much as the kernel takes; the rest waits for its turn
    // corrected: even a writable socket can block (proof write-list)
    for (const w of ws) w.reply();

    // step close: who has said all, and heard all
    connections = closeThoseOver(connections);
  }
}

run(main);
