/**
 * Says hello to whoever sends it a name, for ever.
 *
 * Start it first, and a client in a second terminal:
 *
 *     pnpm chapter 05 server --node
 *     pnpm chapter 05 client --node
 */
import dgram from "node:dgram";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT]\n");
  console.log("Says hello to whoever sends a name.");
  process.exit();
}
// bind() itself would make 4464 of 70000, and any port of a word
if (!/^\d+$/.test(args.port) || Number(args.port) > 65535) {
  console.error("--port must be 0-65535");
  process.exit(2);
}

// corrected: "%s:%s" % addr fails for IPv6's four parts (01 proof everywhere)
function written({ address, family, port }: AddressInfo): string {
  return family === "IPv6" ? `[${address}]:${port}` : `${address}:${port}`;
}

// step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
const { address, family } = await lookup(args.host);

// step socket: an endpoint for UDP, of that family alone
// corrected: AF_INET has no way to ::1 (proof ipv6)
const server = dgram.createSocket(family === 6 ? "udp6" : "udp4");

// step receive: each datagram is an event; Node has room for the largest
// corrected: 1024 bytes cut a longer one silently (proof boundaries)
server.on("message", (data, from) => {
  console.log(`Received from ${written(from)}.`);

  // step send: one datagram back; what can't be sent costs its client only
  const failed = (error: NodeJS.ErrnoException | null) => {
    if (error) console.log(`no answer to ${written(from)}: ${error.code}`);
  };
  // a sender may leave its port out (RFC 768): then send() itself throws
  try {
    server.send(["Hello, ", data, "!"], from.port, from.address, failed);
  } catch (error) {
    failed(error as Error);
  }
});

// step bind: take an address of this host; there is no listen and no accept,
// and no reuseAddr: with it, a second server could take every datagram
server.bind({ address, port: Number(args.port) });
await once(server, "listening");
console.log(`listening on ${written(server.address())}`);
console.log(`Bind UDP on ${server.address().port}...`);
