/**
 * Serves each client in a thread of its own, all at the same time.
 *
 * Start it first, and clients in other terminals:
 *
 *     pnpm chapter 03 server
 *     pnpm chapter 03 client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as threading from "@netnotes/stdlib/threading";
import { tcplink } from "./tcplink.ts";

// A thread finds its target among what the program exports.
export { tcplink };

export function main(): void {
  const parser = new ArgumentParser({
    description: "Serves each client in a thread.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  parser.add_argument("--think", {
    type: "float",
    default: 0,
    help: "seconds before each answer",
  });
  const args = parser.parse_args();
  if (!(args.think >= 0 && args.think <= 3600)) {
    parser.error("--think must be 0 to 3600");
  }

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  // corrected: without it a restart fails for a minute (01 proof reuse)
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  server.bind([args.host, args.port]);

  // step listen: room for a crowd that comes at once
  // corrected: in a queue of 5 the others wait for seconds (01 proof backlog)
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);
  print("Waiting for connection...");

  while (true) {
    // step accept: the next client, whatever the others do meanwhile
    const [conn, addr] = server.accept();

    // step thread: it serves this client; a daemon ends with the program
    // corrected: one that is no daemon outlives Ctrl+C (proof half-a-character)
    const thread = new threading.Thread({
      target: tcplink,
      args: [conn, addr, args.think],
      daemon: true,
    });
    thread.start();
  }
}

run(main);
