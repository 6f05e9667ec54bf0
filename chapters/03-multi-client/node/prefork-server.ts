/**
 * Serves clients in a few processes that were there before, each many at a time.
 *
 *     pnpm chapter 03 prefork-server --node
 *     pnpm chapter 03 client --node
 */
import cluster from "node:cluster";
import { once } from "node:events";
import net from "node:net";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { tcplink } from "./tcplink.ts";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    think: { type: "string", default: "0" },
    workers: { type: "string", default: "4" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: prefork-server [-h] [--host HOST] [--port PORT]");
  console.log("                      [--think THINK] [--workers WORKERS]");
  console.log("\nServes clients in a few processes.\n");
  console.log("  --think THINK      seconds before each answer");
  console.log("  --workers WORKERS  how many processes");
  process.exit();
}
const [think, workers] = [Number(args.think), Number(args.workers)];
if (!(think >= 0 && think <= 3600) || !(workers >= 1 && workers % 1 === 0)) {
  console.error("--think must be 0 to 3600, --workers 1 or more");
  process.exit(2);
}
if (cluster.isPrimary) main();
else work().catch((error) => process.send?.(error));

function main(): void {
  // step workers: each has the listening socket; the kernel chooses who accepts
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: fileURLToPath(import.meta.url) });
  cluster.once("listening", (_, { address, port }) => {
    console.log(
      `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
    );
    console.log("Waiting for connection...");
    for (let count = 1; count < workers; count += 1) cluster.fork();
  });
  cluster.on("listening", ({ process: { pid } }) => {
    console.log(`worker ${pid}`);
  });
  // the first one, alone, finds out whether the address is to be had
  cluster.fork();
  cluster.on("message", (_, error: object) => {
    throw Object.assign(new Error("a worker cannot listen"), error);
  });

  // step wait: until one of them has ended; another one takes its place
  cluster.on("exit", () => cluster.fork());
}

async function work(): Promise<void> {
  // step accept: none is blocked in it, and a connection wakes all that sleep
  // corrected: how they wait decides whether all wake (proof herd)
  const server = net.createServer({ allowHalfOpen: true }, (conn) => {
    void tcplink(conn, think);
  });

  // steps socket reuse bind listen: the first worker's listen() makes all four calls
  // corrected: without it a restart fails for a minute (01 proof reuse)
  server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
  await once(server, "listening");
}
