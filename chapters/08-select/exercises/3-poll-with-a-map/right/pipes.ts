/**
 * Passes on what each client says to another server: two pipes.
 */
import net from "node:net";
import { pipeline } from "node:stream";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8888" },
    "to-port": { type: "string" },
  },
});

const lost = (error: Error | null) => {
  if (error) console.log(`lost a connection: ${error.message}`);
};
const server = net.createServer({ allowHalfOpen: true }, (client) => {
  const target = net.connect({
    host: "127.0.0.1",
    port: Number(args["to-port"]),
    allowHalfOpen: true,
  });
  pipeline(client, target, lost);
  pipeline(target, client, lost);
});
server.listen({ host: args.host, port: Number(args.port) }, () => {
  const { address, port } = server.address() as net.AddressInfo;
  console.log(`listening on ${address}:${port}`);
});
