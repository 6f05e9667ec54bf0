/**
 * Guesses which encoding a text is in: the Node way.
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "6066" },
  },
});

function encodingOf(data: Buffer): string {
  if (data[0] === 0xff && data[1] === 0xfe) return "utf-16le";
  if (data[0] === 0xfe && data[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(data);
    return "utf-8";
  } catch {
    return "gbk";
  }
}

const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  conn.on("error", (error) => console.log(`lost a client: ${error.message}`));
  const chunks: Buffer[] = [];
  conn.on("data", (chunk) => chunks.push(chunk));
  conn.on("end", () => {
    const data = Buffer.concat(chunks);
    const encoding = encodingOf(data);
    // It takes the mark off by itself.
    conn.end(`${encoding}\n${new TextDecoder(encoding).decode(data)}`);
  });
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
