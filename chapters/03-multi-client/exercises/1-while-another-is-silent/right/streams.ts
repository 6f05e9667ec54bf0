/**
 * Greets its clients, and answers each line of theirs: the Node way.
 */
import { once } from "node:events";
import net from "node:net";
import readline from "node:readline";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
  },
});

const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  conn.write("Welcome!\n");
  const lines = readline.createInterface({ input: conn });
  // It hands on what the connection meets.
  lines.on("error", (error) => console.log(`lost a client: ${error.message}`));
  lines.on("line", (name) => conn.write(`Hello, ${name}!\n`));
  lines.on("close", () => conn.end());
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
