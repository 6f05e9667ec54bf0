/**
 * Wrong: gives a question to every worker, and waits until all have answered.
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as multi from "@netnotes/stdlib/multiprocessing";
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

export function work(pipe: ReturnType<typeof multi.Pipe>[0]): void {
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
    const [pipe, theirs] = multi.Pipe();
    new multi.Process({ target: work, args: [theirs] }).start();
    return pipe;
  });
  while (true) {
    const asked = [];
    const isAsked = (): boolean =>
      select.select([server], [], [], 0)[0].length > 0;
    do {
      const [question, client] = server.recvfrom(1024);
      const limit = Number(question.toString());
      pipes[asked.length]?.send(limit);
      asked.push({ limit, client });
    } while (asked.length < pipes.length && isAsked());
    for (const [at, { limit, client }] of asked.entries()) {
      const answer = `${limit}: ${String(pipes[at]?.recv())}`;
      server.sendto(Buffer.from(answer), client);
    }
  }
}

run(main);
