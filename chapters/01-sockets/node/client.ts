/**
 * Prints the server's greeting, answers once, and ends.
 *
 *     pnpm chapter 01 client --node
 */
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
  console.log("usage: client [-h] [--host HOST] [--port PORT]\n");
  console.log("Is greeted, and answers once.");
  process.exit();
}

// steps socket connect: one call, which returns before the connection is there
// corrected: 192.168.13.157 is one computer's own (proof addresses)
const client = net.connect({ host: args.host, port: Number(args.port) });

// steps send half-close: end() does both, once the greeting has begun
client.once("readable", () => client.end("有内鬼, 终止交易! Over"));

// steps receive rest: read to the end of the stream, decoding as it arrives
// corrected: one recv is not one message (proof stream)
console.log(`客户端收到: ${await text(client)}`);

// step close: Node closes a connection that both sides have ended
