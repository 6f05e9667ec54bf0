/**
 * Receives files with their length and digest, and answers what became of each.
 *
 *     pnpm chapter 04 checked-server --node
 *     pnpm chapter 04 checked-client --node
 */
import { once } from "node:events";
import { open, rename, rm } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { makedirs } from "./files.ts";
import { parse } from "./header.ts";
import { closeWith, receiveChecked, receiveLine } from "./receiving.ts";
import { seconds } from "./seconds.ts";

const RECEIVED = path.resolve(import.meta.filename, "../../received");

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8848" },
    to: { type: "string", default: RECEIVED },
    timeout: { type: "string", default: "10" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: checked-server [-h] [--host HOST] [--port PORT]");
  console.log("                      [--to FOLDER] [--timeout SECONDS]\n");
  console.log("Receives files, and checks them.");
  process.exit();
}
const timeout = seconds(args.timeout);
await makedirs(args.to);

let cnt = 0;
const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  void receive(conn, path.join(args.to, `${process.pid}-${(cnt += 1)}.part`));
});

async function receive(conn: net.Socket, part: string): Promise<void> {
  // step accept: a client of its own, that may be silent for so long only
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;
  // whoever reads or writes hears of it; without a listener it would end the server
  conn.on("error", () => {});
  conn.setTimeout(timeout * 1000, () => conn.destroy(new Error("timed out")));

  let answer = "文件上传成功";
  try {
    // step header: how many bytes, and under which name to keep them
    const [length, name] = parse(await receiveLine(conn, 1024));

    // steps receive digest sync: what is wrong fails before it is flushed
    const file = (await open(part, "w")).createWriteStream({ flush: true });
    await pipeline(receiveChecked(conn, length), file);

    // step rename: the name appears, or changes hands, in one moment
    await rename(part, path.join(args.to, name));
    console.log(`服务器端收到客户端:${addr}的文件, 接收成功`);
  } catch (error) {
    // step discard: nothing is left of what is not whole
    await rm(part, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    console.log(`lost ${addr} ${code ?? message}`);
    answer = `文件上传失败: ${code ?? message}`;
  }

  // step answer: what became of the file, even while its rest still comes
  closeWith(conn, `${answer}\n`, timeout);
}

// step listen: socket, SO_REUSEADDR, bind and listen in one call
server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
