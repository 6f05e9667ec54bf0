/**
 * Stores files under the names that strangers give them: the Node way.
 */
import { once } from "node:events";
import { open } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8848" },
    to: { type: "string", default: "." },
  },
});

async function store(name: string, bytes: Buffer): Promise<void> {
  const elsewhere = name.includes("\\") || name !== path.basename(name);
  if (elsewhere || name === "" || name === "..") throw new Error("no name");
  const file = await open(path.resolve(args.to, name), "ax");
  await file.write(bytes);
  await file.close();
}

const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  conn.on("error", () => {});
  const all: Buffer[] = [];
  conn.on("data", (chunk) => all.push(chunk));
  conn.on("end", () => {
    const upload = Buffer.concat(all);
    const newline = upload.indexOf("\n");
    const name = upload.toString("utf8", 0, newline);
    store(name, upload.subarray(newline + 1)).then(
      () => conn.end("stored\n"),
      () => conn.end("refused\n"),
    );
  });
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
