/**
 * Greets clients, and can be restarted at once: the Node way.
 */
import { once } from "node:events";
import net from "node:net";
import readline from "node:readline";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "2121" },
  },
});

const server = net.createServer((conn) => {
  conn.write("Welcome!\n");
  const lines = readline.createInterface({ input: conn });
  lines.on("error", (error) => console.log(`lost a client: ${error.message}`));
  lines.on("line", (line) => {
    if (line === "exit") conn.end();
    else conn.write(`Hello, ${line}!\n`);
  });
});
// Node sets SO_REUSEADDR itself.
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
