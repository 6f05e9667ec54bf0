/**
 * Counts primes for whoever asks: the Node way, by a cluster.
 */
import cluster from "node:cluster";
import dgram from "node:dgram";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9090" },
    workers: { type: "string", default: "2" },
  },
});

function countPrimes(limit: number): number {
  console.log(`process ${process.pid} counts to ${limit}`);
  let count = 0;
  for (let n = 2; n <= limit; n += 1) {
    let divisor = 2;
    while (divisor * divisor <= n && n % divisor !== 0) divisor += 1;
    if (divisor * divisor > n) count += 1;
  }
  return count;
}

if (cluster.isPrimary) {
  cluster.setupPrimary({ exec: fileURLToPath(import.meta.url) });
  cluster.on("exit", () => cluster.fork());
  cluster.once("listening", (_, { address, port }) => {
    console.log(`listening on ${address}:${port}`);
  });
  for (let n = 0; n < Number(args.workers); n += 1) cluster.fork();
} else {
  // All of them have one socket; whoever is free hears the next question.
  const server = dgram.createSocket("udp4");
  server.on("message", (question, client) => {
    const limit = Number(question.toString());
    const answer = `${limit}: ${countPrimes(limit)}`;
    server.send(answer, client.port, client.address);
  });
  server.bind(Number(args.port), args.host);
}
