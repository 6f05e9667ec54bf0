/**
 * Passes on what one client says to all the others: the Node way.
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
  },
});

const clients = new Set<net.Socket>();

const server = net.createServer((conn) => {
  clients.add(conn);
  conn.on("error", (error) => console.log(`lost a client: ${error.message}`));
  conn.on("close", () => clients.delete(conn));
  conn.write("Welcome!\n");
  // Keeps half a character until the rest arrives; half a line is ours to keep.
  conn.setEncoding("utf-8");
  let line = "";
  conn.on("data", (text: string) => {
    const lines = (line + text).split("\n");
    line = lines.pop() ?? "";
    for (const whole of lines) {
      for (const other of clients)
        if (other !== conn) other.write(`${whole}\n`);
    }
  });
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
