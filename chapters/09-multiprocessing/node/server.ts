/**
 * Counts the primes up to the numbers that clients send, in a pool of processes.
 *
 *     pnpm chapter 09 server --node
 *     pnpm chapter 09 client --node
 */
import { once } from "node:events";
import net from "node:net";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { lines, MOST, question, tell } from "./peer.ts";
import { Pool } from "./pool.ts";
import { work } from "./worker.ts";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9090" },
    workers: { type: "string", default: String(os.availableParallelism()) },
    child: { type: "boolean" }, // for our own processes
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT]");
  console.log("              [--workers WORKERS]\n");
  console.log("Counts primes for its clients.\n");
  console.log("  --workers WORKERS  how many processes count");
  process.exit();
}
const workers = Number(args.workers);
if (!(Number.isInteger(workers) && workers >= 1 && workers <= 100)) {
  console.error("--workers must be 1 to 100");
  process.exit(2);
}
if (args.child) work();
else await main();

async function main(): Promise<void> {
  // step listen: in one call; an end of the stream shall not end our answers
  const pool = new Pool(fileURLToPath(import.meta.url));
  const server = net.createServer({ allowHalfOpen: true }, (conn) => {
    void serve(conn, pool);
  });
  server.maxConnections = MOST;
  server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
  await once(server, "listening");
  const { address, port } = server.address() as net.AddressInfo;
  console.log(
    `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
  );

  // step workers: as many as there shall be; each that ends starts the next one
  for (let count = 0; count < workers; count += 1) pool.start();
  // steps accept wait: the event loop does both by itself
}

async function serve(conn: net.Socket, pool: Pool): Promise<void> {
  // without a listener an error would end the process; the loop ends by it, too
  conn.on("error", () => {});
  try {
    // step receive: one line at a time; the next is not read before its answer
    for await (const line of lines(conn)) {
      // steps question assign: wrong at once, or else when a worker has time
      const limit = question(line);
      const answer =
        typeof limit === "string" ? limit : await pool.count(limit);
      // step answer: a client that does not read keeps only itself waiting
      await tell(conn, answer);
    }
  } catch {
    // it is gone
  }
  // step close: of a client, and say how the work has been spread
  conn.destroy();
  console.log(pool.shares());
}
