/**
 * Answers each line in GBK with the same line in UTF-8: the Node way.
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

function translated(line: Buffer): string {
  try {
    return new TextDecoder("gbk", { fatal: true }).decode(line);
  } catch {
    return "error: not GBK";
  }
}

async function serve(conn: net.Socket): Promise<void> {
  let unread: Buffer = Buffer.alloc(0);
  for await (const chunk of conn) {
    unread = Buffer.concat([unread, chunk as Buffer]);
    for (let end; (end = unread.indexOf("\n")) >= 0;) {
      conn.write(`${translated(unread.subarray(0, end))}\n`);
      unread = unread.subarray(end + 1);
    }
  }
}

const server = net.createServer((conn) => {
  serve(conn).catch((error) => console.log(`lost a client: ${error}`));
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
