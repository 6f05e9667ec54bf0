/**
 * Counts the primes up to the numbers that clients send, in a pool of processes.
 *
 *     pnpm chapter 09 server
 *     pnpm chapter 09 client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as multiprocessing from "@netnotes/stdlib/multiprocessing";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import { accept, MOST, Peer } from "./peer.ts";
import { Pool } from "./pool.ts";

// A process finds its target among what the program exports.
export { work } from "./worker.ts";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Counts primes for its clients.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9090 });
  parser.add_argument("--workers", {
    type: "int",
    default: multiprocessing.cpu_count(),
    help: "how many processes count",
  });
  const args = parser.parse_args();
  if (args.workers < 1 || args.workers > 100)
    parser.error("--workers must be 1 to 100");

  // step listen: socket, SO_REUSEADDR, bind and listen in one call
  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const pool = new Pool(args.workers);
  let peers: Peer[] = [];
  let most = MOST;
  while (true) {
    // step workers: as many as there shall be, also after one was killed
    pool.fill();

    // step question: the next one of each client who waits for no answer
    for (const peer of peers.filter((peer) => !peer.waiting)) {
      const limit = peer.question();
      if (limit !== null) pool.ask(peer, limit);
      else if (peer.left) {
        // step close: of a client, and say how the work has been spread
        peers = peers.filter((other) => other !== peer);
        peer.conn.close();
        print(pool.shares());
      }
    }

    // step assign: the oldest question to the worker who was idle for longest
    pool.assign();

    // step wait: for a client, for what one says, for an answer, a worker's end
    const listening = peers.length < most ? [server] : [];
    const silent = peers.filter((peer) => !peer.waiting);
    const waiting = [...listening, ...silent, ...pool.workers];
    for (const one of select.select(waiting, [], [])[0]) {
      if (one instanceof socket.Socket) {
        // step accept: the next client
        most = accept(server, peers);
      } else if (one instanceof Peer) {
        // step receive: some of a line, or several
        one.receive();
      } else {
        // step answer: to whoever has asked; a worker's end is one, too
        const [peer, line] = pool.answer(one);
        peer?.tell(line);
      }
    }
  }
}

run(main);
