/**
 * Wrong: replaces the first worker that ends, and no other.
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import { Process } from "@netnotes/stdlib/multiprocessing";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

/** How many primes there are up to a limit: slow on purpose. */
function countPrimes(limit: number): number {
  print(`process ${process.pid} counts to ${limit}`);
  let count = 0;
  for (let n = 2; n <= limit; n += 1) {
    let divisor = 2;
    while (divisor * divisor <= n && n % divisor !== 0) divisor += 1;
    if (divisor * divisor > n) count += 1;
  }
  return count;
}

/** Whoever is free takes the next question: they wait in the socket for it. */
export function work(server: socket.Socket): void {
  while (true) {
    const [question, client] = server.recvfrom(1024);
    const limit = Number(codecs.decode(question, "ascii"));
    const answer = `${limit}: ${countPrimes(limit)}`;
    server.sendto(codecs.encode(answer, "ascii"), client);
  }
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Counts primes." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9090 });
  parser.add_argument("--workers", { type: "int", default: 2 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  server.bind([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const start = (): Process => {
    const worker = new Process({ target: work, args: [server], daemon: true });
    worker.start();
    return worker;
  };
  const workers = Array.from({ length: args.workers }, start);
  const ends = workers.map((worker) => worker.sentinel);
  select.select(ends, [], []);
  start().join();
}

run(main);
