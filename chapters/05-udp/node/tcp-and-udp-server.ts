/**
 * Serves one port twice: a welcome over TCP, a hello over UDP, for ever.
 *
 *     pnpm chapter 05 tcp-and-udp-server --node
 *     pnpm chapter 05 client --node
 *     pnpm chapter 01 hello-client --node --port 9999
 */
import dgram from "node:dgram";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: tcp-and-udp-server [-h] [--host HOST] [--port PORT]\n");
  console.log("Serves one port twice.");
  process.exit();
}

function written(address = "unknown", port = 0): string {
  return net.isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

// step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
const { address, family } = await lookup(args.host);

// step wait: no call here: the event loop waits for both, and calls us back

// step accept: TCP makes a socket for each client, who may have left already
const tcp = net.createServer((conn) => {
  const addr = written(conn.remoteAddress, conn.remotePort);
  console.log(`Accept new connection from ${addr}...`);
  conn.on("error", (error: NodeJS.ErrnoException) => {
    console.log(`lost ${addr}: ${error.code}`);
  });
  conn.write("Welcome!");
  conn.destroySoon();
});

// steps socket receive: UDP has one for all, and says who sent each datagram
const udp = dgram.createSocket(family === 6 ? "udp6" : "udp4");
udp.on("message", (data, from) => {
  const addr = written(from.address, from.port);
  console.log(`Received from ${addr}.`);

  // step send: one datagram back; what can't be sent costs its client only
  const failed = (error: NodeJS.ErrnoException | null) => {
    if (error) console.log(`no answer to ${addr}: ${error.code}`);
  };
  // a sender may leave its port out (RFC 768): then send() itself throws
  try {
    udp.send(["Hello, ", data, "!"], from.port, from.address, failed);
  } catch (error) {
    failed(error as Error);
  }
});

// steps listen bind: the same number is two ports, each free or taken by itself
while (true) {
  tcp.listen({ host: address, port: Number(args.port) });
  await once(tcp, "listening");
  const { port } = tcp.address() as net.AddressInfo;
  try {
    udp.bind({ address, port });
    await once(udp, "listening");
    break;
  } catch (error) {
    // port 0: the kernel took one that TCP had free, so let it take another
    if (Number(args.port) !== 0) throw error;
    tcp.close();
  }
}
console.log(`listening on ${written(address, udp.address().port)}`);
