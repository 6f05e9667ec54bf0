/**
 * Answers every client by asking each of them, again and again: no call waits.
 *
 *     pnpm chapter 08 nonblocking-server
 *     pnpm chapter 08 client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";
import { accept } from "./accept.ts";
import { closeThoseOver, type Connection } from "./connection.ts";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Answers every client by asking all.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  parser.add_argument("--pause", {
    type: "float",
    default: 0.01,
    help: "in seconds; 0: none",
  });
  const args = parser.parse_args();
  if (!(args.pause >= 0 && args.pause <= 60)) {
    parser.error("--pause must be 0 to 60 seconds");
  }

  // step listen: socket, SO_REUSEADDR, bind and listen in one call
  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  // step nonblocking: what would have to wait is EAGAIN, BlockingIOError, instead
  server.setblocking(false);

  let connections: Connection[] = [];
  while (true) {
    // step accept: one client after the other, until nobody waits
    for (let conn; (conn = accept(server));) {
      print("Connect from", conn.addr);
      connections.push(conn);
    }

    for (const conn of connections) {
      // step receive: what has come, or nothing
      if (conn.reads()) {
        const data = conn.receive(1024);
        const text = conn.decoder.decode(data, conn.ended);
        if (text) print("Receive:", text);
        if (data.length > 0) conn.tell("这是一条回复消息");
      }

      // step reply: as much as the kernel takes, or nothing
      if (conn.writes()) conn.reply();
    }

    // step close: who has said all, and heard all
    connections = closeThoseOver(connections);

    // step pause: or a whole processor is spent on asking
    // corrected: the notes' loop has none (proof waiting)
    time.sleep(args.pause);
  }
}

run(main);
