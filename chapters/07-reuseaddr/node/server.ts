/**
 * Greets one client, prints what it answers, and ends, to be started again.
 *
 * Whoever closed first, the next Node server can be started at once:
 *
 *     pnpm chapter 07 server --node
 *     pnpm chapter 07 client --node
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "2121" },
    reuse: { type: "string", default: "on" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT] [--reuse on]\n");
  console.log("Greets one client, and ends.");
  process.exit();
}
if (args.reuse !== "on") {
  console.error("--reuse must be on: Node sets SO_REUSEADDR itself on Unix");
  process.exit(2);
}

// steps socket reuse bind listen: listen() makes all four calls
// corrected: the notes set it last, when all is over (proof late)
// corrected: 192.168.13.157 is one computer's own (01 proof addresses)
const server = net.createServer();
server.maxConnections = 1;
server.listen({ host: args.host, port: Number(args.port), backlog: 5 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
console.log("等待客户端连接中.....");

// step accept: a socket of its own, which has the option as the listener has
const [conn] = (await once(server, "connection")) as [net.Socket];
const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;

// step send: write() never blocks, it keeps what the kernel does not take yet
conn.write("Welcome to study socket!");

// step receive: a newline marks the message's end, or else the client's closing
// corrected: one recv is not one message (01 proof stream)
conn.setEncoding("utf-8");
let message = "";
for await (const text of conn) {
  message += text;
  if (message.includes("\n")) break;
}
console.log(`服务器端收到 ${addr} 发送的信息: ${message.split("\n")[0]}`);

// step close: leaving the loop has closed the connection

// step late: the option is on already, for Node's sockets always have it

// step end: nobody listens now, yet a connection that waits keeps the port
server.close();
