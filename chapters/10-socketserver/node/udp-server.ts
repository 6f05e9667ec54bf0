/**
 * Thanks for each datagram, and says how many bytes it had, for ever.
 *
 *     pnpm chapter 10 udp-server --node
 *     pnpm chapter 10 udp-client --node
 */
import dgram from "node:dgram";
import { once } from "node:events";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "1234" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: udp-server [-h] [--host HOST] [--port PORT]\n");
  console.log("Thanks for each datagram.");
  process.exit();
}
// bind() itself would make 4464 of 70000, and any port of a word
if (!/^\d+$/.test(args.port) || Number(args.port) > 65535) {
  console.error("--port must be 0-65535");
  process.exit(2);
}

// steps room handle: each datagram is an event; Node has room for the largest
// corrected: the usual 8192 cut a longer one silently (proof datagram-limit)
const server = dgram.createSocket("udp4");
server.on("message", (packet, from) => {
  const client = `('${from.address}', ${from.port})`;
  console.log(`Got ${packet.length} bytes from ${client}`);
  const answer = `Thank you for ${packet.length} bytes`;

  // step error: a client that can't be answered costs a line
  const failed = (error: NodeJS.ErrnoException | null) => {
    if (error) console.log(`lost ${client} ${error.code}`);
  };
  // a sender may leave its port out (RFC 768): then send() itself throws
  try {
    server.send(answer, from.port, from.address, failed);
  } catch (error) {
    failed(error as Error);
  }
});

// steps server serve: bind; the event loop receives. No reuseAddr: with it a
// second server could take every datagram
server.bind({ address: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address();
console.log(`listening on ${address}:${port}`);
