/**
 * Shows every client the request that it has sent: the Node way.
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8000" },
  },
});

const server = net.createServer((conn) => {
  const came: Buffer[] = [];
  conn.on("error", (error) => console.log(`lost a client: ${error.message}`));
  conn.on("data", (chunk: Buffer) => {
    came.push(chunk);
    const request = Buffer.concat(came);
    const size = sizeOf(request);
    if (size === undefined || request.length < size) return;
    conn.write(`HTTP/1.1 200 OK\r\nContent-Length: ${size}\r\n\r\n`);
    conn.end(request);
  });
});

/** How long the request will be; undefined before its head is whole. */
function sizeOf(request: Buffer): number | undefined {
  const [head = "", ...rest] = request.toString("latin1").split("\r\n\r\n");
  if (rest.length === 0) return undefined;
  const fields = head.toLowerCase().split("\r\n").slice(1);
  const pairs = fields.map((field) => field.split(/:\s*/));
  const [, length = 0] =
    pairs.find(([name]) => name === "content-length") ?? [];
  return head.length + 4 + Number(length);
}

server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
