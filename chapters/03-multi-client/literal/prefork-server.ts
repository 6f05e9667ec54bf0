/**
 * Serves clients in a few processes that were there before, each one at a time.
 *
 *     pnpm chapter 03 prefork-server
 *     pnpm chapter 03 client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as multiprocessing from "@netnotes/stdlib/multiprocessing";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import { tcplink } from "./tcplink.ts";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Serves clients in a few processes.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  parser.add_argument("--think", {
    type: "float",
    default: 0,
    help: "seconds before each answer",
  });
  parser.add_argument("--workers", {
    type: "int",
    default: 4,
    help: "how many processes",
  });
  const args = parser.parse_args();
  if (!(args.think >= 0 && args.think <= 3600) || args.workers < 1) {
    parser.error("--think must be 0 to 3600, --workers 1 or more");
  }

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  // corrected: without it a restart fails for a minute (01 proof reuse)
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  server.bind([args.host, args.port]);

  // step listen: the clients for whom no worker has time wait in this queue
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);
  print("Waiting for connection...");

  while (true) {
    // step workers: as many as there shall be, each with the listening socket
    const workers = multiprocessing.active_children();
    if (workers.length < args.workers) {
      const worker = new multiprocessing.Process({
        target: work,
        args: [server, args.think],
        daemon: true,
      });
      worker.start();
      print(`worker ${worker.pid}`);
      continue;
    }

    // step wait: until one of them has ended; another one takes its place
    const ends = workers.map((worker) => worker.sentinel);
    select.select(ends, [], []);
  }
}

// step accept: each worker is blocked in it, and a connection wakes one of them
// corrected: how they wait decides whether all wake (proof herd)
export function work(server: socket.Socket, think: number): void {
  while (true) {
    const [conn, addr] = server.accept();
    tcplink(conn, addr, think);
  }
}

run(main);
