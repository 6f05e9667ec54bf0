/**
 * Greets one client, prints what it answers, and ends.
 *
 * Start it first, and a client in a second terminal:
 *
 *     pnpm chapter 01 server --node
 *     pnpm chapter 01 client --node
 */
import { once } from "node:events";
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
  console.log("usage: server [-h] [--host HOST] [--port PORT]\n");
  console.log("Greets one client.");
  process.exit();
}

// steps socket reuse bind listen: listen() makes all four calls
// corrected: without it a restart fails for a minute (proof reuse)
// corrected: 192.168.13.157 is one computer's own (proof addresses)
const server = net.createServer();
server.maxConnections = 1;
server.listen({ host: args.host, port: Number(args.port), backlog: 5 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
console.log("等待客户端连接中.....");

// step accept: the event loop accepts by itself and brings the new socket
const [conn] = (await once(server, "connection")) as [net.Socket];
const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;

// step send: write() never blocks, it keeps what the kernel does not take yet
conn.write("Welcome to study socket!");

// step receive: the client's closing marks where its message ends
// corrected: one recv is not one message (proof stream)
const message = await text(conn);
console.log(`服务器端收到 ${addr} 发送的信息: ${message}`);

// step close: Node closes a connection that has ended by itself
server.close();
