/**
 * Keeps the last file that came whole: the Node way.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { rename, writeFile } from "node:fs/promises";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8848" },
    to: { type: "string", default: "received" },
  },
});

/** The bytes of each upload, and its digest. */
async function* parts(conn: net.Socket) {
  let held = Buffer.alloc(0);
  let wanted: number | undefined;
  for await (const chunk of conn.iterator({ destroyOnReturn: false })) {
    held = Buffer.concat([held, chunk]);
    for (;;) {
      const newline = held.indexOf(10, wanted ?? 0);
      if (newline < 0) break;
      if (wanted === undefined) wanted = Number(held.subarray(0, newline));
      else {
        yield [
          held.subarray(0, wanted),
          held.toString("latin1", wanted, newline),
        ] as const;
        wanted = undefined;
      }
      held = held.subarray(newline + 1);
    }
  }
  if (held.length > 0 || wanted !== undefined) yield [held, "cut off"] as const;
}

async function receive(conn: net.Socket, part: string): Promise<void> {
  for await (const [bytes, digest] of parts(conn)) {
    const whole = createHash("sha256").update(bytes).digest("hex") === digest;
    if (whole) await writeFile(part, bytes);
    if (whole) await rename(part, args.to);
    conn.write(whole ? "stored\n" : "refused\n");
  }
  conn.end();
}

let count = 0;
const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  count += 1;
  receive(conn, `${args.to}.${count}`).catch(() => conn.destroy());
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
