/**
 * Serves one client after the other: while one is there, all others wait.
 *
 * Start it first, and clients in two other terminals:
 *
 *     pnpm chapter 03 iterative-server --node
 *     pnpm chapter 03 one-client --node
 */
import { on, once } from "node:events";
import net from "node:net";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "2121" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: iterative-server [-h] [--host HOST] [--port PORT]\n");
  console.log("Serves one client after the other.");
  process.exit();
}

// steps socket reuse bind listen: listen() makes all four calls
// corrected: set in the loop it comes too late for this run (01 proof reuse)
// corrected: that makes no server of many clients (proof one-at-a-time)
const server = net.createServer({ pauseOnConnect: true, allowHalfOpen: true });
const connections = on(server, "connection");
server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);

// step accept: Node accepts by itself; here the next one waits, unread, its turn
for await (const [conn] of connections as AsyncIterable<[net.Socket]>) {
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;
  // an error is caught below; without a listener it would end the process
  conn.on("error", () => {});
  try {
    // step send: write() never blocks, it keeps what the kernel does not take yet
    conn.write("back_data");

    // step receive: the client's closing marks where its message ends
    // corrected: one recv is not one message (01 proof stream)
    console.log(`${addr}: ${await text(conn)}`);
  } catch {
    // step lost: a client that vanishes costs only its own connection
    // corrected: a bare except keeps Ctrl+C, too (proof one-at-a-time)
    console.log("断开连接");
  }

  // step close: this connection; the next one's turn has come
  conn.destroySoon();
}
