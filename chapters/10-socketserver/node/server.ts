/**
 * Thanks every client for connecting, all at the same time, for ever.
 *
 * Start it first, and a client in a second terminal:
 *
 *     pnpm chapter 10 server --node
 *     pnpm chapter 10 client --node
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "1234" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT]\n");
  console.log("Thanks every client for connecting.");
  process.exit();
}

// step handle: what to do with a connection: a function, where Python has a class
const server = net.createServer((conn) => {
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;

  // step error: a client that is gone costs a line; a fault ends the program
  conn.on("error", (error: NodeJS.ErrnoException) => {
    console.log(`lost ${addr} ${error.code}`);
  });
  console.log(`Got connection from ${addr}`);
  conn.write("Thank you for connecting");
  // close() as soon as the kernel has it all; end() would wait for the client
  conn.destroySoon();
});

// steps reuse server serve: listen() makes all the calls, and the event loop
// is the loop: it accepts whenever nothing else is to be done
// corrected: without it a restart fails for a minute (proof address-in-use)
// corrected: '' lets in whoever reaches this host (01 proof everywhere)
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
