/**
 * Serves each client in an async function of its own, all in one thread.
 *
 * Start it first, and clients in other terminals:
 *
 *     pnpm chapter 03 server --node
 *     pnpm chapter 03 client --node
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";
import { tcplink } from "./tcplink.ts";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    think: { type: "string", default: "0" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT] [--think THINK]");
  console.log("\nServes each client in an async function.\n");
  console.log("  --think THINK  seconds before each answer");
  process.exit();
}
const think = Number(args.think);
if (!(think >= 0 && think <= 3600)) {
  console.error("--think must be 0 to 3600");
  process.exit(2);
}

// steps accept thread: no thread, because nothing here blocks: a function that
// awaits its client lets the others go on (allowHalfOpen: we close, not Node)
// corrected: one that is no daemon outlives Ctrl+C (proof half-a-character)
const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  void tcplink(conn, think);
});

// steps socket reuse bind listen: listen() makes all four calls
// corrected: without it a restart fails for a minute (01 proof reuse)
// corrected: in a queue of 5 the others wait for seconds (01 proof backlog)
server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
console.log("Waiting for connection...");
