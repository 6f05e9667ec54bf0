/**
 * Answers every client, and waits for all of them at once: by poll.
 *
 *     pnpm chapter 08 poll-server
 *     pnpm chapter 08 client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import { accept } from "./accept.ts";
import type { Connection } from "./connection.ts";

export function main(): void {
  const parser = new ArgumentParser({ description: "Answers every client." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  const args = parser.parse_args();

  // step listen: socket, SO_REUSEADDR, bind and listen in one call
  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  server.setblocking(false);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  // step poll: the object that keeps what is watched, and for what
  const p = select.poll();

  // step register: the listening socket is readable when a client waits
  // corrected: POLLERR comes unasked, and it is not xlist (proof events)
  p.register(server, select.POLLIN);

  const connections = new Map<number, Connection>();
  while (true) {
    // step wait: for as long as none of them is ready
    print("等待IO发生");
    for (const [fd, event] of p.poll()) {
      if (fd === server.fileno()) {
        // step accept: register it, and remember whose descriptor it is
        const conn = accept(server);
        if (conn) {
          print("Connect from", conn.addr);
          connections.set(conn.fileno(), conn);
          p.register(conn, select.POLLIN);
        }
        continue;
      }
      const conn = connections.get(fd)!;

      // step receive: POLLHUP and POLLERR, too: recv tells what happened
      if (event & ~select.POLLOUT) {
        const data = conn.receive(1024);
        const text = conn.decoder.decode(data, conn.ended);
        if (text) print("Receive:", text);
        if (data.length > 0) conn.tell("这是一条回复消息");
      }

      // step reply: as much as the kernel takes; the rest waits for its turn
      if (event & select.POLLOUT) conn.reply();

      // step close: out of the list first; a closed socket has no number
      if (conn.isOver()) {
        p.unregister(conn);
        connections.delete(fd);
        conn.sock.close();
        continue;
      }

      // step modify: to write only where there is something to be written
      const reads = conn.reads() ? select.POLLIN : 0;
      const writes = conn.writes() ? select.POLLOUT : 0;
      p.modify(conn, reads | writes);
    }
  }
}

run(main);
