/**
 * Receives a file from every client, all at once, and acknowledges each.
 *
 *     pnpm chapter 04 multi-server --node
 *     pnpm chapter 04 multi-client --node
 */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { makedirs } from "./files.ts";
import { seconds } from "./seconds.ts";

const RECEIVED = path.resolve(import.meta.filename, "../../received");
const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8888" },
    to: { type: "string", default: RECEIVED },
    timeout: { type: "string", default: "10" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: multi-server [-h] [--host HOST] [--port PORT]");
  console.log("                    [--to FOLDER] [--timeout SECONDS]\n");
  console.log("Receives many files.");
  process.exit();
}
const timeout = seconds(args.timeout);
await makedirs(args.to);
let cnt = 0;
const server = net.createServer({ allowHalfOpen: true });
server.on("connection", (conn: net.Socket) => void receive(conn));

async function receive(conn: net.Socket): Promise<void> {
  // step accept: one of many; it may be silent for so long only
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;
  // pipeline() tells of errors; one that comes later must not end the server
  conn.on("error", () => {});
  conn.setTimeout(timeout * 1000, () => conn.destroy(new Error("timed out")));

  // step number: the next one that is free
  // corrected: join puts the name between the characters (proof names)
  while (existsSync(path.join(args.to, `文件_${(cnt += 1)}.txt`)));
  const filename = path.join(args.to, `文件_${cnt}.txt`);
  const part = `${filename}.${process.pid}.part`;

  // corrected: outside the loop it ends the server in silence (proof silent-exit)
  try {
    // step receive: pipeline() reads no faster than the disk takes
    await pipeline(conn, (await open(part, "w")).createWriteStream());

    // step rename: the name appears in one moment
    await rename(part, filename);
    console.log(`服务器端收到客户端:${addr}的文件, 接收成功`);

    // steps acknowledge close: end() does both, once the kernel has it all
    conn.end("文件上传成功");
  } catch (error) {
    await rm(part, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    console.log(`lost ${addr} ${code ?? message}`);
    conn.destroy();
  }
}

// steps socket reuse bind listen: listen() makes all four calls
// corrected: without it a restart fails for a minute (01 proof reuse)
// corrected: an empty host lets all the world upload (01 proof everywhere)
// corrected: 10 are too few for 50 at once (01 proof backlog)
server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
