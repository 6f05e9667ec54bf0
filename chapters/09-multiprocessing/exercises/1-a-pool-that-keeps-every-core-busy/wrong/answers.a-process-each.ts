/**
 * Wrong: starts a process for each question, however many there are.
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import { Process } from "@netnotes/stdlib/multiprocessing";
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

type Address = readonly [string, number];

export function work(s: socket.Socket, limit: number, client: Address): void {
  s.sendto(codecs.encode(`${limit}: ${countPrimes(limit)}`, "ascii"), client);
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

  while (true) {
    const [question, client] = server.recvfrom(1024);
    const limit = Number(codecs.decode(question, "ascii"));
    new Process({ target: work, args: [server, limit, client] }).start();
  }
}

run(main);
