/**
 * Logs what its clients say, and what you type, in one file, in the event loop.
 *
 *     pnpm chapter 08 log-server --node
 *     pnpm chapter 08 log-client --node
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";
import { Lines } from "./lines.ts";
import { FILE, LogFile } from "./logfile.ts";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "6666" },
    file: { type: "string", default: FILE },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: log-server [-h] [--host HOST] [--port PORT]");
  console.log("                  [--file FILE]\n");
  console.log("Logs what is said.");
  process.exit();
}

// step open: to append; half a line that a killed server left gets its end
// corrected: "w+b" empties the log at every start (proof log)
const log = await LogFile.open(args.file);

// step accept: the loop does it, and brings a socket of its own
// (allowHalfOpen: a client that has ended is still to hear of its last lines)
const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  console.log("已连接......");
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;
  const lines = new Lines();

  async function receive(data: Buffer, ended: boolean): Promise<void> {
    // step receive: as lines, as soon as there are newlines
    // corrected: a read is no message (proof log)
    const said = lines.feed(data, ended);

    // step sync: before any reply: what it promises survives even a power cut
    conn.pause();
    await log.append(said);

    // step reply: as much as the kernel takes; Node keeps the rest
    for (const line of said) {
      const text = line.toString("utf-8");
      console.log("已经接收内容并写如select>>>.txt文件内\n 内容:", text);
      conn.write("接收成功!");
    }
    if (!conn.writableNeedDrain) conn.resume();

    // step close: who has said all, and heard all
    if (ended) conn.end();
  }
  conn.on("data", (data) => void receive(data, false));
  conn.on("drain", () => conn.resume());
  conn.on("end", () => void receive(Buffer.alloc(0), true));
  conn.on("error", (error: NodeJS.ErrnoException) => {
    console.log(`lost ${addr} ${error.code}`);
  });
});

// step listen: socket, SO_REUSEADDR, bind and listen in one call
// corrected: getsockopt sets nothing, it only asks (07 proof getsockopt)
server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
await once(server, "listening");
const { address: host, port } = server.address() as net.AddressInfo;
console.log(`listening on ${net.isIPv6(host) ? `[${host}]` : host}:${port}`);

// steps wait input: Node itself waits, for all of them, wherever we await
// corrected: the notes lose lines, and spin at its end (proof stdin)
const typed = new Lines();
for await (const data of process.stdin) {
  await log.append(typed.feed(data as Buffer, false));
}
await log.append(typed.feed(Buffer.alloc(0), true));
