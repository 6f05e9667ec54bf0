/**
 * Receives files that may come in parts: the Node way.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { renameSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8848" },
    to: { type: "string", default: "." },
  },
});

const size = (file: string): number =>
  existsSync(file) ? statSync(file).size : 0;

async function serve(conn: net.Socket): Promise<void> {
  let line = "";
  let [part, digest, left] = ["", "", -1];
  for await (const chunk of conn.iterator({ destroyOnReturn: false })) {
    if (left < 0) {
      line += chunk;
      if (!line.endsWith("\n")) continue;
      [digest = ""] = line.split(" ");
      if (!/^[0-9a-f]{64}$/.test(digest)) break;
      part = join(args.to, digest);
      if (!existsSync(part)) part += "-part";
      left = Number(line.split(" ")[1]) - size(part);
      conn.write(`${size(part)}\n`);
      appendFileSync(part, "");
    } else {
      appendFileSync(part, chunk.subarray(0, left));
      left -= chunk.length;
    }
    if (left <= 0) break;
  }
  if (left === 0) {
    const hash = createHash("sha256").update(readFileSync(part));
    const right = hash.digest("hex") === digest;
    if (right) renameSync(part, join(args.to, digest));
    else rmSync(part);
    conn.write(right ? "stored\n" : "refused\n");
  }
  conn.end();
}

const server = net.createServer({ allowHalfOpen: true });
server.on("connection", (conn) => {
  serve(conn).catch(() => conn.destroy());
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
