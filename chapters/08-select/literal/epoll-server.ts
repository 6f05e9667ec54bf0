/**
 * Answers every client, and waits for all of them at once: by epoll.
 *
 * Linux only.
 *
 *     pnpm chapter 08 epoll-server
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

  // step epoll: the kernel itself keeps what is watched, in a file of its own
  // corrected: other Unix systems do not have it (proof event-loop)
  const epoll = select.epoll();
  print(`listening on ${host}:${port}`);

  // step register: the listening socket is readable when a client waits
  epoll.register(server, select.EPOLLIN);

  const connections = new Map<number, Connection>();
  while (true) {
    // step wait: for as long as none of them is ready
    print("等待IO发生");
    for (const [fd, event] of epoll.poll()) {
      if (fd === server.fileno()) {
        // step accept: register it, and remember whose descriptor it is
        const conn = accept(server);
        if (conn) {
          print("Connect from", conn.addr);
          connections.set(conn.fileno(), conn);
          epoll.register(conn, select.EPOLLIN);
        }
        continue;
      }
      const conn = connections.get(fd)!;

      // step receive: EPOLLHUP and EPOLLERR, too: recv tells what happened
      if (event & ~select.EPOLLOUT) {
        const data = conn.receive(1024);
        const text = conn.decoder.decode(data, conn.ended);
        if (text) print("Receive:", text);
        if (data.length > 0) conn.tell("这是一条回复消息");
      }

      // step reply: as much as the kernel takes; the rest waits for its turn
      if (event & select.EPOLLOUT) conn.reply();

      // step close: the kernel takes a closed socket out by itself
      if (conn.isOver()) {
        connections.delete(fd);
        conn.sock.close();
        continue;
      }

      // step modify: to write only where there is something to be written
      const reads = conn.reads() ? select.EPOLLIN : 0;
      const writes = conn.writes() ? select.EPOLLOUT : 0;
      epoll.modify(conn, reads | writes);
    }
  }
}

run(main);
