/**
 * Connects, prints what the server says, and ends.
 *
 *     pnpm chapter 10 client --node
 */
import net from "node:net";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "1234" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT]\n");
  console.log("Prints what the server says.");
  process.exit();
}

// steps socket connect: one call, which returns before the connection is there
const client = net.connect({ host: args.host, port: Number(args.port) });

// step receive: until the server closes
// corrected: one recv is not one message (01 proof stream)
console.log(await text(client));

// step close: Node closes our side when the server's has ended
