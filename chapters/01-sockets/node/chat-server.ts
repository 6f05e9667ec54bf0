/**
 * Prints what one client says, for as long as the connection lasts.
 *
 * The client ends the chat with 886, or by leaving.
 *
 *     pnpm chapter 01 chat-server --node
 *     pnpm chapter 01 chat-client --node
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "6666" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: chat-server [-h] [--host HOST] [--port PORT]\n");
  console.log("Prints what one client says.");
  process.exit();
}

// steps socket reuse bind listen: listen() makes all four calls
// corrected: without it a restart fails for a minute (proof reuse)
const server = net.createServer();
server.maxConnections = 1;
server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);

// step accept: one client, one long connection
const [conn] = (await once(server, "connection")) as [net.Socket];

// step decoder: keeps half a character until the rest arrives
// corrected: half a character ends the notes' server (proof stream)
conn.setEncoding("utf-8");

// step receive: print each read; two messages may arrive as one
// corrected: the notes read an empty end for ever (proof ends)
for await (const text of conn) {
  console.log(`服务端收到信息: ${text}`);
  if (text === "886") break;
}

// step close: leaving the loop has closed the connection
server.close();
