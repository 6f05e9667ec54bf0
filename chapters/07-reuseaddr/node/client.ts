/**
 * Prints the server's greeting, answers once, and ends.
 *
 * Either side can be the first to close, and so the one that has to wait:
 *
 *     pnpm chapter 07 client --node
 *     pnpm chapter 07 client --node --closer client
 */
import net from "node:net";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "2121" },
    closer: { type: "string", default: "server" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT]");
  console.log("              [--closer server|client]\n");
  console.log("Is greeted, and answers once.\n");
  console.log("  --closer  who closes first");
  process.exit();
}
if (!["server", "client"].includes(args.closer)) {
  console.error("--closer must be server or client");
  process.exit(2);
}

// steps socket connect: one call, which returns before the connection is there
// corrected: 192.168.13.157 is one computer's own (01 proof addresses)
const client = net.connect({ host: args.host, port: Number(args.port) });

// steps send half-close: once the greeting has begun; end() does both
const message = "有内鬼, 终止交易! Over";
client.once("readable", () => {
  if (args.closer === "client") client.end(message);
  else client.write(`${message}\n`);
});

// steps receive rest: read to the end of the stream, decoding as it arrives
// corrected: one recv is not one message (01 proof stream)
console.log(`客户端收到: ${await text(client)}`);

// step close: Node closes a connection that both sides have ended
