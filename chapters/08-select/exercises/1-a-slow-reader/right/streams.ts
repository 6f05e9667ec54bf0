/**
 * Sends every client back what it says: the Node way, where pipe pauses.
 */
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8888" },
  },
});

const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  conn.on("error", (error) => console.log(`lost a client: ${error.message}`));
  conn.pipe(conn);
});
server.listen({ host: args.host, port: Number(args.port) }, () => {
  const { address, port } = server.address() as net.AddressInfo;
  console.log(`listening on ${address}:${port}`);
});
