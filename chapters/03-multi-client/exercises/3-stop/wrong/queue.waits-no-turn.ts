/**
 * Wrong: the Node way, which closes in the turn that brings the line.
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
  lines.on("error", (error) => console.log(`lost a client: ${error.message}`));
  lines.on("line", (name) => conn.write(`Hello, ${name}!\n`));
  lines.on("close", () => conn.end());
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);

await once(process.stdin, "data");
process.stdin.destroy();
server.close();
console.log("stopping");
