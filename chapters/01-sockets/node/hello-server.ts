/**
 * Thanks every client for connecting, one after the other, for ever.
 *
 *     pnpm chapter 01 hello-server --node
 *     pnpm chapter 01 hello-client --node
 */
import { once } from "node:events";
import net from "node:net";
import { hostname } from "node:os";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "1234" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: hello-server [-h] [--host HOST] [--port PORT]\n");
  console.log("Thanks every client for connecting.\n");
  console.log(
    `  --host  an address or a name of this host, such as ${hostname()}`,
  );
  process.exit();
}

// steps accept send close: what to do with each connection
const server = net.createServer((conn) => {
  // (Node asks for it only now: who has reset the connection by then has none)
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;
  console.log(`Got connection from ${addr}`);
  conn.on("error", (error: NodeJS.ErrnoException) => {
    console.log(`lost ${addr} ${error.code}`);
  });
  conn.write("Thank you for connecting");
  // close() as soon as the kernel has it all; end() would wait for the client
  conn.destroySoon();
});

// steps socket reuse bind listen: listen() makes all four calls
// corrected: the notes wait for a while instead (proof reuse)
// corrected: gethostname() may be one address only (proof addresses)
// corrected: this limits that queue, not the clients (proof backlog)
server.listen({ host: args.host, port: Number(args.port), backlog: 5 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
