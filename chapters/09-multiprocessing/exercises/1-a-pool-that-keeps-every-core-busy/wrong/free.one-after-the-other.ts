/**
 * Wrong: waits for each answer before it hears the next question.
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import {
  type Connection,
  Pipe,
  Process,
} from "@netnotes/stdlib/multiprocessing";
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

export function work(pipe: Connection): void {
  while (true) pipe.send(countPrimes(pipe.recv() as number));
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

  const pipes = Array.from({ length: args.workers }, () => {
    const [pipe, theirs] = Pipe();
    new Process({ target: work, args: [theirs], daemon: true }).start();
    return pipe;
  });
  for (let n = 0; ; n += 1) {
    const [question, client] = server.recvfrom(1024);
    const limit = Number(codecs.decode(question, "ascii"));
    const pipe = pipes[n % pipes.length] as Connection;
    pipe.send(limit);
    const answer = `${limit}: ${String(pipe.recv())}`;
    server.sendto(codecs.encode(answer, "ascii"), client);
  }
}

run(main);
