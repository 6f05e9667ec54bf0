/**
 * Sends every message back with its bytes reversed.
 *
 * The Node way: what has come is kept until it is a whole message.
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "2121" },
  },
});

const server = net.createServer((conn) => {
  let kept = Buffer.alloc(0);
  conn.on("data", (chunk) => {
    kept = Buffer.concat([kept, chunk]);
    while (kept.length >= 4 && kept.length >= 4 + kept.readUInt32BE()) {
      const end = 4 + kept.readUInt32BE();
      const message = Buffer.from(kept.subarray(4, end)).reverse();
      conn.write(Buffer.concat([kept.subarray(0, 4), message]));
      kept = kept.subarray(end);
    }
  });
  conn.on("error", () => {});
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
